"""The cases of test/bench/paths.ts as one would write them with NumPy or PyTorch: one thread, single precision where ours has it.

Reads lines `CASE LIBRARY MILLISECONDS` and answers each with the CPU times of calls in milliseconds, as many as fit into so many
milliseconds (at least two, after one that does not count), and with a number of the result. Started with `versions` it
answers with what is there.
"""
import json
import math
import sys
import time

import numpy as np

try:
    import torch

    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
    # Numbers near the end of the range would take a hundred times as long; this holds for NumPy's loops too.
    torch.set_flush_denormal(True)
except ImportError:
    torch = None

rng = np.random.Generator(np.random.SFC64(1))
f32 = np.float32
ROOT = 0.9189385332046727


def single(values):
    return np.ascontiguousarray(values, dtype=f32)


def mixture(weights, means, sds, x):
    """The terms of a mixture at points, [components, points]."""
    terms = (x - means[:, None]) * (1 / sds)[:, None]
    terms *= terms
    terms *= f32(-0.5)
    terms += (np.log(weights) - np.log(sds) - f32(ROOT))[:, None]
    return np.exp(terms, out=terms)


BUMPS = single([0.3, 0.5, 0.2]), single([-2, 0.5, 3]), single([0.5, 1, 0.7])


def numpy_bumps(points, samples):
    weights, means, sds = BUMPS
    x = np.linspace(-4, 6, points, dtype=f32)
    limits = np.cumsum(weights)[:-1]

    def run():
        components = mixture(weights, means, sds, x)
        density = components.sum(axis=0)
        logs = np.log(density)
        chosen = np.searchsorted(limits, rng.random(samples, dtype=f32))
        drawn = means[chosen] + sds[chosen] * rng.standard_normal(samples, dtype=f32)
        np.histogram(drawn, bins=60, range=(-4, 6))
        return float(np.exp(logs).sum() * (x[1] - x[0]))

    return run


def torch_bumps(points, samples):
    weights, means, sds = map(torch.from_numpy, BUMPS)
    x = torch.linspace(-4, 6, points)
    limits = torch.cumsum(weights, 0)[:-1]

    def run():
        terms = (x - means[:, None]) / sds[:, None]
        components = (terms.mul_(terms).mul_(-0.5) + (weights.log() - sds.log() - ROOT)[:, None]).exp_()
        logs = components.sum(0).log()
        chosen = torch.bucketize(torch.rand(samples), limits)
        drawn = torch.randn(samples).mul_(sds[chosen]).add_(means[chosen])
        torch.histc(drawn, 60, -4, 6)
        return float(logs.exp().sum() * (x[1] - x[0]))

    return run


def layers(sizes):
    return [
        (single(rng.normal(0, 1 / math.sqrt(a), (a, b))), single(rng.normal(0, 0.1, b))) for a, b in zip(sizes, sizes[1:])
    ]


# Nodes that are held at once: what is made of them stays in the caches.
BLOCK = 2048


def numpy_forward(z, network):
    (first, bias), (second, shift) = network
    hidden = z @ first
    hidden += bias
    np.tanh(hidden, out=hidden)
    out = hidden @ second
    out += shift
    return out


def torch_forward(z, network):
    (first, bias), (second, shift) = network
    return torch.addmm(shift, torch.addmm(bias, z, first).tanh_(), second)


def numpy_networks(nodes, dimensions, points):
    z, x = single(rng.standard_normal((nodes, dimensions))), np.linspace(-4, 4, points, dtype=f32)[:, None]
    weight = single(np.full(nodes, 1 / nodes))
    mu, sigma = layers([dimensions, 16, 1]), layers([dimensions, 16, 1])

    def run():
        total = np.zeros(points, f32)
        for start in range(0, nodes, BLOCK):
            part = slice(start, start + BLOCK)
            mean = numpy_forward(z[part], mu)[:, 0]
            scale = 1 / (f32(0.05) + np.logaddexp(numpy_forward(z[part], sigma)[:, 0], f32(0)))
            terms = x - mean
            terms *= scale
            terms *= terms
            terms *= f32(-0.5)
            np.exp(terms, out=terms)
            total += terms @ (weight[part] * scale)
        return float(np.log(total).sum())

    return run


def torch_networks(nodes, dimensions, points):
    z, x = torch.from_numpy(single(rng.standard_normal((nodes, dimensions)))), torch.linspace(-4, 4, points)[:, None]
    weight = torch.full((nodes,), 1 / nodes)
    mu, sigma = ([tuple(map(torch.from_numpy, pair)) for pair in layers([dimensions, 16, 1])] for _ in range(2))

    def run():
        total = torch.zeros(points)
        for start in range(0, nodes, BLOCK):
            part = slice(start, start + BLOCK)
            mean = torch_forward(z[part], mu)[:, 0]
            scale = 1 / (0.05 + torch.nn.functional.softplus(torch_forward(z[part], sigma)[:, 0]))
            terms = (x - mean).mul_(scale)
            total += terms.mul_(terms).mul_(-0.5).exp_() @ (weight[part] * scale)
        return float(total.log().sum())

    return run


def numpy_plane(nodes, side):
    """Separable: a term for every point and node would take ten times as long."""
    z, axis = single(rng.standard_normal((nodes, 2))), np.linspace(-3, 3, side, dtype=f32)[:, None]
    weight = single(np.full(nodes, 1 / nodes))
    mu, scale = layers([2, 16, 2]), f32(1 / 0.3)

    def factor(mean):
        terms = (axis - mean) * scale
        terms *= terms
        terms *= f32(-0.5)
        return np.exp(terms, out=terms)

    def run():
        total = np.zeros((side, side), f32)
        for start in range(0, nodes, BLOCK):
            part = slice(start, start + BLOCK)
            mean = numpy_forward(z[part], mu)
            total += factor(mean[:, 1]) @ (factor(mean[:, 0]) * weight[part]).T
        with np.errstate(divide='ignore'):
            return float(np.log(total).max())

    return run


def torch_plane(nodes, side):
    z, axis = torch.from_numpy(single(rng.standard_normal((nodes, 2)))), torch.linspace(-3, 3, side)[:, None]
    weight = torch.full((nodes,), 1 / nodes)
    mu = [tuple(map(torch.from_numpy, pair)) for pair in layers([2, 16, 2])]

    def factor(mean):
        terms = (axis - mean).mul_(1 / 0.3)
        return terms.mul_(terms).mul_(-0.5).exp_()

    def run():
        total = torch.zeros(side, side)
        for start in range(0, nodes, BLOCK):
            part = slice(start, start + BLOCK)
            mean = torch_forward(z[part], mu)
            total += factor(mean[:, 1]) @ factor(mean[:, 0]).mul_(weight[part]).T
        return float(total.log().max())

    return run


def category_data(count):
    return single(np.full(count, 1 / count)), single(10 * np.sin(np.arange(count))), single(np.full(count, 0.5))


def numpy_categories(count, points):
    weights, means, sds = category_data(count)
    x = np.linspace(-12, 12, points, dtype=f32)

    def run():
        total = np.zeros(points, f32)
        for start in range(0, count, BLOCK):
            part = slice(start, start + BLOCK)
            total += mixture(weights[part], means[part], sds[part], x).sum(axis=0)
        return float(total.sum() * (x[1] - x[0]))

    return run


def torch_categories(count, points):
    weights, means, sds = map(torch.from_numpy, category_data(count))
    x = torch.linspace(-12, 12, points)

    def run():
        total = torch.zeros(points)
        for start in range(0, count, BLOCK):
            part = slice(start, start + BLOCK)
            terms = (x - means[part, None]) / sds[part, None]
            offset = (weights[part].log() - sds[part].log() - ROOT)[:, None]
            total += terms.mul_(terms).mul_(-0.5).add_(offset).exp_().sum(0)
        return float(total.sum() * (x[1] - x[0]))

    return run


def numpy_samples(count):
    _, means, sds = BUMPS

    def run():
        uniform = rng.random(count, dtype=f32)
        chosen = (uniform >= f32(0.3)).view(np.int8) + (uniform >= f32(0.8)).view(np.int8)
        drawn = means.take(chosen) + sds.take(chosen) * rng.standard_normal(count, dtype=f32)
        return float(drawn.mean())

    return run


def torch_samples(count):
    _, means, sds = map(torch.from_numpy, BUMPS)
    limits = torch.tensor([0.3, 0.8])

    def run():
        chosen = torch.bucketize(torch.rand(count), limits)
        return float(torch.randn(count).mul_(sds[chosen]).add_(means[chosen]).mean())

    return run


def chain_data(steps, states):
    """As test/bench/paths.ts writes it."""
    i, j = np.arange(states)[:, None], np.arange(states)[None, :]
    transition = 1.2 + np.sin(1 + 3 * i + 7 * j)
    transition /= transition.sum(axis=1, keepdims=True)
    means = 0.5 * np.arange(states)
    x = ((np.arange(steps) * 7) % 23) * 0.4
    return np.full(states, 1 / states), transition, means, x


def numpy_chain(steps, states):
    initial, transition, means, x = chain_data(steps, states)

    def run():
        terms = (x[:, None] - means) / 0.7
        likelihood = np.exp(-0.5 * terms * terms)
        forward, backward = np.empty((steps, states)), np.empty((steps, states))
        alpha = initial * likelihood[0]
        forward[0] = alpha / alpha.sum()
        for t in range(1, steps):
            alpha = (forward[t - 1] @ transition) * likelihood[t]
            forward[t] = alpha / alpha.sum()
        backward[-1] = 1
        for t in range(steps - 2, -1, -1):
            beta = transition @ (backward[t + 1] * likelihood[t + 1])
            backward[t] = beta / beta.sum()
        posterior = forward * backward
        posterior /= posterior.sum(axis=1, keepdims=True)
        return float(posterior[steps // 2, 1])

    return run


def numpy_gaussian_chain(steps):
    """A Kalman filter and the smoother, in plain numbers: arrays of one are slower."""
    x = (((np.arange(steps) * 7) % 23) * 0.1).tolist()

    def run():
        mean, variance = 0.0, 1.0
        filtered = []
        for t, seen in enumerate(x):
            if t > 0:
                mean, variance = 0.9 * mean, 0.81 * variance + 0.16
            gain = variance / (variance + 0.25)
            mean, variance = mean + gain * (seen - mean), variance * (1 - gain)
            filtered.append((mean, variance))
        smoothed = [None] * steps
        smoothed[-1] = filtered[-1]
        for t in range(steps - 2, -1, -1):
            mean, variance = filtered[t]
            predicted = 0.81 * variance + 0.16
            gain = 0.9 * variance / predicted
            later, spread = smoothed[t + 1]
            smoothed[t] = mean + gain * (later - 0.9 * mean), variance + gain * gain * (spread - predicted)
        return smoothed[steps // 2][0]

    return run


def numpy_posterior(nodes):
    z = np.linspace(-8, 8, nodes)

    def run():
        log = -0.5 * z * z - 0.5 * ((0.7 - np.sin(3 * z) - z) / 0.5) ** 2
        p = np.exp(log - log.max())
        p /= p.sum()
        mean = (p * z).sum()
        variance = (p * (z - mean) ** 2).sum()
        np.interp([0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975], np.cumsum(p), z)
        return float(mean + 0 * variance)

    return run


CASES = {
    "bumps": {"numpy": numpy_bumps, "torch": torch_bumps},
    "networks": {"numpy": numpy_networks, "torch": torch_networks},
    "plane": {"numpy": numpy_plane, "torch": torch_plane},
    "categories": {"numpy": numpy_categories, "torch": torch_categories},
    "samples": {"numpy": numpy_samples, "torch": torch_samples},
    "chain": {"numpy": numpy_chain},
    "gaussian-chain": {"numpy": numpy_gaussian_chain},
    "posterior": {"numpy": numpy_posterior},
}

prepared = {}


def measure(case, library, budget):
    if library not in CASES[case.split(":")[0]] or (library == "torch" and torch is None):
        return None
    key = (case, library)
    if key not in prepared:
        name, *arguments = case.split(":")
        prepared[key] = CASES[name][library](*map(int, arguments))
    run = prepared[key]
    result = run()
    times = []
    end = time.perf_counter() + budget / 1000
    while len(times) < 2 or time.perf_counter() < end:
        # Many calls at once where one is too short for the clock.
        start, count = time.process_time(), 0
        while count == 0 or time.process_time() - start < 0.002:
            run()
            count += 1
        times.append(1000 * (time.process_time() - start) / count)
    return {"times": times, "result": result}


for line in sys.stdin:
    words = line.split()
    if words[0] == "versions":
        answer = {"numpy": np.__version__, "torch": None if torch is None else torch.__version__}
    else:
        answer = measure(words[0], words[1], float(words[2]))
    print(json.dumps(answer), flush=True)
