"""The cases of test/bench/kernels.ts in NumPy and PyTorch, one thread each, single precision, buffers kept where the library lets one.

Reads lines `CASE LIBRARY MILLISECONDS` and answers each with a JSON list of the times of calls, in milliseconds, that fit into so many
milliseconds (at least three, after one that does not count). Started with `versions` it answers with what is there.
"""
import json
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
ROOT = f32(0.9189385332046727)


def single(values):
    return np.ascontiguousarray(values, dtype=f32)


def mixture_data(points, components):
    x = single(np.linspace(-5, 6, points))
    mean = single(3 * np.sin(1 + np.arange(components)))
    sd = single(0.5 + 0.3 * np.cos(np.arange(components)))
    weight = single(np.full(components, -np.log(components)))
    return x, mean, sd, weight


def numpy_mixture(points, components=3):
    x, mean, sd, weight = mixture_data(points, components)
    mean, inverse = mean[:, None], (1 / sd)[:, None]
    constant = (weight - np.log(sd) - ROOT)[:, None]
    terms = np.empty((components, points), f32)

    def run():
        np.subtract(x, mean, out=terms)
        np.multiply(terms, inverse, out=terms)
        np.multiply(terms, terms, out=terms)
        np.multiply(terms, f32(-0.5), out=terms)
        np.add(terms, constant, out=terms)
        top = terms.max(axis=0)
        np.subtract(terms, top, out=terms)
        np.exp(terms, out=terms)
        return np.log(terms.sum(axis=0)) + top

    return run


def torch_mixture(points, components=3):
    x, mean, sd, weight = map(torch.from_numpy, mixture_data(points, components))
    mean, inverse = mean[:, None], (1 / sd)[:, None]
    constant = (weight - torch.log(sd) - float(ROOT))[:, None]

    def run():
        z = (x - mean).mul_(inverse)
        return torch.logsumexp(z.mul_(z).mul_(-0.5).add_(constant), 0)

    return run


def decoder_data(draws):
    sizes = [2, 32, 32, 2]
    layers = [
        (single(rng.normal(0, 1 / np.sqrt(a), (a, b))), single(rng.normal(0, 0.1, b))) for a, b in zip(sizes, sizes[1:])
    ]
    return single(rng.standard_normal((draws, 2))), layers


def numpy_decode(z, layers):
    for i, (kernel, bias) in enumerate(layers):
        z = z @ kernel
        z += bias
        if i < 2:
            np.tanh(z, out=z)
    return z


def torch_decode(z, layers):
    for i, (kernel, bias) in enumerate(layers):
        z = torch.addmm(bias, z, kernel)
        if i < 2:
            z.tanh_()
    return z


def numpy_decoder(points=256, draws=4096):
    z, layers = decoder_data(draws)
    x = single(np.linspace(-3, 3, points))[:, None]
    terms = np.empty((points, draws), f32)

    def run():
        out = numpy_decode(z, layers)
        mean, sd = out[:, 0].copy(), f32(0.05) + np.logaddexp(out[:, 1], f32(0))
        np.subtract(x, mean, out=terms)
        np.multiply(terms, 1 / sd, out=terms)
        np.multiply(terms, terms, out=terms)
        np.multiply(terms, f32(-0.5), out=terms)
        np.subtract(terms, np.log(sd) + ROOT, out=terms)
        top = terms.max(axis=1, keepdims=True)
        np.subtract(terms, top, out=terms)
        np.exp(terms, out=terms)
        return np.log(terms.mean(axis=1)) + top[:, 0]

    return run


def torch_decoder(points=256, draws=4096):
    z, layers = decoder_data(draws)
    z, layers = torch.from_numpy(z), [tuple(map(torch.from_numpy, layer)) for layer in layers]
    x = torch.linspace(-3, 3, points)[:, None]

    def run():
        out = torch_decode(z, layers)
        mean, sd = out[:, 0].contiguous(), 0.05 + torch.nn.functional.softplus(out[:, 1])
        terms = (x - mean).mul_(1 / sd)
        terms = terms.mul_(terms).mul_(-0.5).sub_(torch.log(sd) + float(ROOT))
        return torch.logsumexp(terms, 1) - float(np.log(draws))

    return run


def numpy_plane(side=128, draws=2048, sd=0.2):
    """Separable, as ours is: a term for every point and draw would take ten times as long."""
    z, layers = decoder_data(draws)
    axis = single(np.linspace(-3, 3, side))[:, None]
    constant = f32(-2 * np.log(sd) - 2 * ROOT - np.log(draws))

    def factor(mean):
        terms = axis - mean
        np.multiply(terms, f32(1 / sd), out=terms)
        np.multiply(terms, terms, out=terms)
        np.multiply(terms, f32(-0.5), out=terms)
        return np.exp(terms, out=terms)

    def run():
        out = numpy_decode(z, layers)
        with np.errstate(divide='ignore'):
            return np.log(factor(out[:, 1].copy()) @ factor(out[:, 0].copy()).T) + constant

    return run


def torch_plane(side=128, draws=2048, sd=0.2):
    z, layers = decoder_data(draws)
    z, layers = torch.from_numpy(z), [tuple(map(torch.from_numpy, layer)) for layer in layers]
    axis = torch.linspace(-3, 3, side)[:, None]
    constant = float(-2 * np.log(sd) - 2 * ROOT - np.log(draws))

    def factor(mean):
        terms = (axis - mean).mul_(1 / sd)
        return terms.mul_(terms).mul_(-0.5).exp_()

    def run():
        out = torch_decode(z, layers)
        return torch.log(factor(out[:, 1].contiguous()) @ factor(out[:, 0].contiguous()).T) + constant

    return run


def numpy_samples(count=1_000_000):
    mean, sd = single([-2, 0.5, 3]), single([0.5, 1, 0.7])
    first, second = f32(0.3), f32(0.8)
    uniform, normal = np.empty(count, f32), np.empty(count, f32)

    def run():
        rng.random(dtype=f32, out=uniform)
        rng.standard_normal(dtype=f32, out=normal)
        chosen = (uniform >= first).view(np.int8) + (uniform >= second).view(np.int8)
        return mean.take(chosen) + sd.take(chosen) * normal, chosen

    return run


def torch_samples(count=1_000_000):
    mean, sd = torch.tensor([-2, 0.5, 3]), torch.tensor([0.5, 1, 0.7])
    limits = torch.tensor([0.3, 0.8])
    uniform, normal = torch.empty(count), torch.empty(count)

    def run():
        uniform.uniform_()
        normal.normal_()
        chosen = torch.bucketize(uniform, limits)
        return normal.mul_(sd[chosen]).add_(mean[chosen]), chosen

    return run


def chain_data(steps, states):
    transition = rng.random((states, states))
    return (
        single(np.full(states, 1 / states)),
        single(transition / transition.sum(axis=1, keepdims=True)),
        single(rng.random((steps, states))),
    )


def numpy_chain(steps=200, states=20):
    initial, transition, likelihood = chain_data(steps, states)
    filtered = np.empty((steps, states), f32)

    def run():
        sums = []
        forward = initial
        for t in range(steps):
            forward = (forward @ transition if t > 0 else forward) * likelihood[t]
            total = forward.sum()
            sums.append(total)
            forward /= total
            filtered[t] = forward
        return np.log(sums).sum()

    return run


def torch_chain(steps=200, states=20):
    initial, transition, likelihood = map(torch.from_numpy, chain_data(steps, states))
    filtered = torch.empty((steps, states))

    def run():
        sums = torch.empty(steps)
        forward = initial
        for t in range(steps):
            forward = (forward @ transition if t > 0 else forward) * likelihood[t]
            sums[t] = forward.sum()
            forward /= sums[t]
            filtered[t] = forward
        return sums.log_().sum()

    return run


CASES = {
    "mixture-512": {"numpy": lambda: numpy_mixture(512), "torch": lambda: torch_mixture(512)},
    "mixture-1000000": {"numpy": lambda: numpy_mixture(1_000_000), "torch": lambda: torch_mixture(1_000_000)},
    "decoder": {"numpy": numpy_decoder, "torch": torch_decoder},
    "plane": {"numpy": numpy_plane, "torch": torch_plane},
    "samples": {"numpy": numpy_samples, "torch": torch_samples},
    "chain": {"numpy": numpy_chain, "torch": torch_chain},
}

prepared = {}


def blas():
    """What multiplies matrices: it makes more difference than all else."""
    np.ones((2, 2), f32) @ np.ones((2, 2), f32)
    try:
        with open("/proc/self/maps") as maps:
            loaded = maps.read().lower()
    except OSError:
        return "a BLAS that cannot be told"
    return "OpenBLAS" if "openblas" in loaded else "MKL" if "libmkl" in loaded else "the reference BLAS"


def measure(case, library, budget):
    key = (case, library)
    if key not in prepared:
        prepared[key] = CASES[case][library]()
    run = prepared[key]
    run()
    times = []
    end = time.perf_counter() + budget / 1000
    while len(times) < 3 or time.perf_counter() < end:
        start = time.perf_counter()
        run()
        times.append(1000 * (time.perf_counter() - start))
    return times


for line in sys.stdin:
    words = line.split()
    if words[0] == "versions":
        answer = {"numpy": np.__version__, "torch": None if torch is None else torch.__version__, "blas": blas()}
    else:
        answer = measure(words[0], words[1], float(words[2]))
    print(json.dumps(answer), flush=True)
