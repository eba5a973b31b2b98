"""Writes extremes.json: log densities, distribution functions and moments far from the comfortable, by mpmath at 60 digits.

Run with: python3 extremes.py > extremes.json (needs mpmath). Names and parameters are those of distributions.json.
"""

import json

from mpmath import (besseli, betainc, cos, erfc, exp, gammainc, inf, log, loggamma, mp, mpf, pi,
                    quad, sqrt)

mp.dps = 60


def ncdf(x):
    return erfc(-x / sqrt(2)) / 2


def upper(a, x):
    return gammainc(a, x, inf, regularized=True)


def lower(a, x):
    return gammainc(a, 0, x, regularized=True)


def pieces(points):
    return sorted(set(mpf(p) for p in points))


def poisson(rate, x):
    return x * log(rate) - rate - loggamma(x + 1), upper(x + 1, rate)


def gamma_(shape, rate, x):
    return shape * log(rate) + (shape - 1) * log(x) - rate * x - loggamma(shape), lower(shape, rate * x)


def inverse_gamma(shape, scale, x):
    return shape * log(scale) - (shape + 1) * log(x) - scale / x - loggamma(shape), upper(shape, scale / x)


def log_beta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


def ibeta(a, b, x):
    logpdf = lambda t: (a - 1) * log(t) + (b - 1) * log(1 - t) - log_beta(a, b)
    if max(a, b) < 50:
        return betainc(a, b, 0, x, regularized=True)
    centre, width = a / (a + b), sqrt(a * b / (a + b) ** 3)
    marks = [centre + k * width for k in range(-60, 61, 4)]
    return quad(lambda t: exp(logpdf(t)), pieces([0, x] + [m for m in marks if 0 < m < x]))


def beta_(a, b, x):
    return (a - 1) * log(x) + (b - 1) * log(1 - x) - log_beta(a, b), ibeta(a, b, x)


def log_choose(n, k):
    return loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1)


def summed(logpmf, x):
    return sum(exp(logpmf(mpf(k))) for k in range(int(x) + 1))


def binomial_(n, p, x):
    f = lambda k: log_choose(n, k) + k * log(p) + (n - k) * log(1 - p)
    return f(x), summed(f, x)


def negative_binomial(r, p, x):
    f = lambda k: loggamma(k + r) - loggamma(k + 1) - loggamma(r) + r * log(p) + k * log(1 - p)
    return f(x), summed(f, x)


def beta_binomial(n, a, b, x):
    f = lambda k: log_choose(n, k) + log_beta(k + a, n - k + b) - log_beta(a, b)
    return f(x), summed(f, x)


def student(df, loc, scale, x):
    y = (x - loc) / scale
    constant = loggamma((df + 1) / 2) - loggamma(df / 2) - log(df * pi) / 2 - log(scale)
    tail = betainc(df / 2, mpf(1) / 2, 0, df / (df + y * y), regularized=True) / 2
    return constant - (df + 1) / 2 * log(1 + y * y / df), (tail if y < 0 else 1 - tail)


def von_mises(loc, k, x):
    d = x - loc
    constant = -log(2 * pi * besseli(0, k) * exp(-k))
    f = lambda t: exp(k * (cos(t) - 1) + constant)
    marks = [s * m / sqrt(k) for m in (0, 1, 2, 4, 8, 16, 32) for s in (-1, 1)]
    return k * (cos(d) - 1) + constant, quad(f, pieces([-pi, d] + [m for m in marks if -pi < m < d]))


def truncated(loc, scale, low, high, x):
    a, b, y = (low - loc) / scale, (high - loc) / scale, (x - loc) / scale
    mass = lambda l, h: (ncdf(h) - ncdf(l)) if h <= 0 else (ncdf(-l) - ncdf(-h))
    return -y * y / 2 - log(2 * pi) / 2 - log(scale) - log(mass(a, b)), mass(a, y) / mass(a, b)


def skew(loc, scale, alpha, x):
    y = (x - loc) / scale
    f = lambda t: 2 * exp(-t * t / 2) / sqrt(2 * pi) * ncdf(alpha * t)
    marks = [y - mpf(k) / (4 * (1 + abs(alpha))) for k in range(200)] + [y - 60]
    total = quad(f, pieces(marks))
    return log(2) - y * y / 2 - log(2 * pi) / 2 + log(ncdf(alpha * y)) - log(scale), total


def truncated_moments(loc, scale, low, high):
    a, b = (low - loc) / scale, (high - loc) / scale
    phi = lambda t: exp(-t * t / 2) / sqrt(2 * pi)
    z = (ncdf(b) - ncdf(a)) if b <= 0 else (ncdf(-a) - ncdf(-b))
    edge = lambda t: 0 if abs(t) == inf else t * phi(t)
    m = (phi(a) - phi(b)) / z
    return loc + scale * m, scale**2 * (1 + (edge(a) - edge(b)) / z - m * m)


CASES = [
    ("Poisson", {"rate": 10000}, poisson, [0, 5000, 9600, 9990, 10000, 10010, 10400, 20000], lambda rate: (rate, rate)),
    ("Poisson", {"rate": 1048576}, poisson, [1040000, 1048576, 1050000], lambda rate: (rate, rate)),
    ("Gamma", {"shape": 10000, "rate": 4}, gamma_, [2000, 2400, 2499, 2500, 2501, 2600, 3000], lambda a, b: (a / b, a / b**2)),
    ("Gamma", {"shape": 0.015625, "rate": 2}, gamma_, [2**-100, 2**-40, 0.125, 1, 8], lambda a, b: (a / b, a / b**2)),
    ("InverseGamma", {"shape": 200, "scale": 1024}, inverse_gamma, [4, 5, 5.125, 6, 8], lambda a, b: (b / (a - 1), b**2 / ((a - 1) ** 2 * (a - 2)))),
    ("Beta", {"a": 8000, "b": 24000}, beta_, [0.21875, 0.2421875, 0.25, 0.2578125, 0.28125], lambda a, b: (a / (a + b), a * b / (a + b) ** 2 / (a + b + 1))),
    ("Beta", {"a": 0.03125, "b": 0.0625}, beta_, [2**-100, 2**-20, 0.5, 0.75, 1 - 2**-20], lambda a, b: (a / (a + b), a * b / (a + b) ** 2 / (a + b + 1))),
    ("Binomial", {"n": 10000, "prob": 0.25}, binomial_, [0, 2000, 2490, 2500, 2510, 3000], lambda n, p: (n * p, n * p * (1 - p))),
    ("NegativeBinomial", {"r": 1000, "prob": 0.25}, negative_binomial, [0, 2000, 2990, 3000, 3010, 4000], lambda r, p: (r * (1 - p) / p, r * (1 - p) / p**2)),
    ("NegativeBinomial", {"r": 0.0625, "prob": 0.0078125}, negative_binomial, [0, 1, 10, 300], lambda r, p: (r * (1 - p) / p, r * (1 - p) / p**2)),
    ("BetaBinomial", {"n": 1000, "a": 200, "b": 300}, beta_binomial, [0, 300, 390, 400, 410, 500, 1000], lambda n, a, b: (n * a / (a + b), n * a * b * (a + b + n) / (a + b) ** 2 / (a + b + 1))),
    ("BetaBinomial", {"n": 20, "a": 0.0625, "b": 0.125}, beta_binomial, [0, 1, 10, 19, 20], lambda n, a, b: (n * a / (a + b), n * a * b * (a + b + n) / (a + b) ** 2 / (a + b + 1))),
    ("StudentT", {"df": 1000000, "loc": 0, "scale": 1}, student, [-20, -8, -1, 0.125, 2], lambda df, loc, scale: (loc, scale**2 * df / (df - 2))),
    ("StudentT", {"df": 0.125, "loc": 0, "scale": 1}, student, [-(2**60), -1024, -1, 0.125, 16], None),
    ("VonMises", {"loc": 0, "concentration": 40}, von_mises, [-2, -0.5, 0, 0.125, 0.75], None),
    ("VonMises", {"loc": 0, "concentration": 10000}, von_mises, [-0.125, -0.03125, 0, 0.0078125, 0.046875], None),
    ("TruncatedNormal", {"loc": 0, "scale": 1, "low": 30, "high": 31}, truncated, [30, 30.015625, 30.125, 30.75], truncated_moments),
    ("TruncatedNormal", {"loc": 0, "scale": 1, "low": -40, "high": -38}, truncated, [-39.5, -38.125, -38.015625, -38], truncated_moments),
    ("TruncatedNormal", {"loc": 0, "scale": 1, "low": 5, "high": "Infinity"}, truncated, [5, 5.125, 6, 10], truncated_moments),
    ("TruncatedNormal", {"loc": 0, "scale": 1, "low": 2, "high": 2.0009765625}, truncated, [2, 2.00048828125, 2.0009765625], truncated_moments),
    ("TruncatedNormal", {"loc": 0, "scale": 1, "low": -1024, "high": 1024}, truncated, [-30, -1, 0, 4], truncated_moments),
    ("SkewNormal", {"loc": 0, "scale": 1, "alpha": 5}, skew, [-8, -3, -1, -0.125, 0, 0.5, 3], None),
]


def text(v):
    if v is None:
        return None
    v = mpf(v)
    return ("Infinity" if v > 0 else "-Infinity") if abs(v) == inf else float(v)


def main():
    out = []
    for name, params, f, xs, moments in CASES:
        values = [inf if v == "Infinity" else mpf(v) for v in params.values()]
        results = [f(*values, mpf(x)) for x in xs]
        mean, variance = moments(*values) if moments else (None, None)
        out.append({
            "name": name, "params": params, "x": xs,
            "logpdf": [text(r[0]) for r in results], "cdf": [text(r[1]) for r in results],
            "mean": text(mean), "variance": text(variance),
        })
    about = "mpmath at 60 digits, rounded once to float64; every parameter and x is exact in float32. null = not given."
    rows = ",\n".join("  " + json.dumps(c) for c in out)
    print('{"about": ' + json.dumps(about) + ',\n "distributions": [\n' + rows + "\n ]}")


if __name__ == "__main__":
    main()
