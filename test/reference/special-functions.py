"""Writes special-functions.json: values of special functions by mpmath at 60 digits, rounded once to float64.

Run with: python3 special-functions.py > special-functions.json (needs mpmath). Each row is the arguments, then the value.
"""

import json

from mpmath import besseli, betainc, cos, digamma, erf, erfc, exp, gammainc, inf, log, loggamma, mp, mpf, pi, quad, sin, sqrt

mp.dps = 60


def phi(t):
    return exp(-t * t / 2) / sqrt(2 * pi)


def ncdf(x):
    return erfc(-x / sqrt(2)) / 2


def excess(x):
    return loggamma(x + 1) - (x * log(x) - x if x > 0 else 0)


def deviance(x, m):
    return (x * log(x / m) if x > 0 else 0) + m - x


def owens_t(h, a):
    marks = sorted({mpf(0), a} | {mpf(k) / 8 for k in range(1, 8 * int(a) + 8) if mpf(k) / 8 < a})
    return quad(lambda x: exp(-h * h * (1 + x * x) / 2) / (1 + x * x), marks) / (2 * pi)


def stretch(w, m):
    return (ncdf(-m) - ncdf(-m - w)) / phi(m) if w < inf else ncdf(-m) / phi(m)


T = [0, 2**-20, 0.125, 0.5, 1, 2, 3.5, 5, 8, 13, 20, 38, 1000, 2**30]
X = [-38, -20, -8, -5, -2.5, -1, -0.125, 0, 0.125, 1, 2.5, 5, 8]
POSITIVE = [2**-30, 2**-10, 0.0625, 0.5, 1, 1.5, 2, 3.25, 7, 10, 25, 150, 10000, 2**20]
TABLE = {
    "millsRatio": (lambda t: ncdf(-t) / phi(t), [(t,) for t in T]),
    "normalCdf": (ncdf, [(x,) for x in X]),
    "logNormalCdf": (lambda x: log(ncdf(x)), [(x,) for x in X + [-1000, -2**20]]),
    "erf": (erf, [(x,) for x in [-3, -1, -2**-40, 0, 2**-700, 0.25, 0.99, 1, 2, 5]]),
    "erfc": (erfc, [(x,) for x in [-3, -0.5, 0, 0.25, 1, 2, 5, 20]]),
    "logGamma": (loggamma, [(x,) for x in POSITIVE]),
    "digamma": (digamma, [(x,) for x in POSITIVE]),
    "logFactorialExcess": (excess, [(x,) for x in [0] + POSITIVE]),
    "deviance": (deviance, [(0, 3), (5, 5), (5, 5.0009765625), (4, 5), (9, 5), (2**-30, 4), (10000, 10001), (10000, 1), (1, 10000), (3, 2**-30)]),
    "gammaP": (lambda a, x: gammainc(a, 0, x, regularized=True), [(0.5, 0.25), (0.5, 9), (0.015625, 2**-60), (1, 2), (10, 2), (10, 30), (150, 100), (150, 149), (10000, 9800), (10000, 10300)]),
    "gammaQ": (lambda a, x: gammainc(a, x, inf, regularized=True), [(0.5, 0.25), (0.5, 300), (0.015625, 2**-60), (10, 2), (10, 60), (150, 300), (10000, 10300)]),
    "incompleteBeta": (lambda a, b, x: betainc(a, b, 0, x, regularized=True), [(0.5, 0.5, 0.25), (0.5, 0.5, 2**-40), (2, 5, 0.125), (2, 5, 0.875), (30, 0.25, 0.5), (100, 200, 0.25), (100, 200, 0.5), (0.03125, 0.0625, 0.5)]),
    "owensT": (owens_t, [(0, 1), (0.5, 0.25), (1, 1), (2, 0.5), (0.25, 8), (3, 4), (5, 0.125), (10, 0.5), (0.0625, 100)]),
    "gaussianStretch": (stretch, [(0.125, 0), (0.5, 7), (1, 3), (2, 0), (0.001953125, 30), (5, 12), (inf, 0), (inf, 40)]),
    "logScaledBesselI0": (lambda k: log(besseli(0, k)) - k, [(k,) for k in [0, 2**-10, 0.5, 1, 3, 8, 15.5, 16, 17, 40, 599, 601, 10000, 2**20]]),
    "besselRatio1": (lambda k: besseli(1, k) / besseli(0, k), [(k,) for k in [2**-10, 0.5, 3, 40, 1000]]),
    "vonMisesCdf": (lambda d, k: quad(lambda t: exp(k * cos(t) - k), sorted({-pi, mpf(d)} | {x for x in (mpf(j) / 8 for j in range(-25, 26)) if -pi < x < d})) / (2 * pi * besseli(0, k) * exp(-k)), [(-3, 0.5), (-1, 2), (0.25, 2), (2, 2), (-0.5, 45), (-0.5, 55), (0.125, 400), (3, 55)]),
    "sineSquare": (lambda x: sin(x / 2) ** 2, [(x,) for x in [0, 2**-12, -0.5, 1, 2, 3.140625, -6.25, 6.28125, 20, -100]]),
}


def main():
    parts = []
    for name, (f, rows) in TABLE.items():
        values = []
        for row in rows:
            value = f(*[inf if v == inf else mpf(v) for v in row])
            values.append(["Infinity" if v == inf else v for v in row] + [float(value)])
        parts.append(f'  "{name}": ' + json.dumps(values))
    print("{\n" + ",\n".join(parts) + "\n}")


if __name__ == "__main__":
    main()
