"""Mutants of the references that no check can tell from them, each with the reason."""

FLOATS = "what follows makes floats of integers"
ORDER = "the order of the two makes no difference"
MORE = "a breakpoint at which the slope stays, or that is there already, is not counted"
ABOUT = "the limits of 1e-9 only keep rounding out: others of that size do so too"

EQUIVALENT = {
    "bump: x = np.asarray(x)": FLOATS,
    "tent: x = np.asarray(x)": FLOATS,
    "tent: return 2.0 * np.maximum(0.0, x) - 4.0 * np.maximum(x - 0.5, 0.0)": ORDER,
    "tent: return 2.0 * np.maximum(x, 0.0) - 4.0 * np.maximum(0.0, x - 0.5)": ORDER,
    "count_linear_regions: t = np.array([a, b])": FLOATS,
    "count_linear_regions: for depth, (W, c) in enumerate(params):": MORE,
    "count_linear_regions: for depth, (W, c) in enumerate(params[:]):": MORE,
    "count_linear_regions: h = np.maximum(0.0, h @ W_before + c_before)": ORDER,
    "count_linear_regions: i, unit = np.nonzero(z[:-1] * z[1:] <= 0)": MORE,
    "count_linear_regions: i, unit = np.nonzero(z[:-1] / z[1:] < 0)": (
        "a quotient has the sign of the product"
    ),
    "count_linear_regions: t = np.sort(np.concatenate([zeros, t]))": "they are sorted at once",
    "count_linear_regions: wide = np.diff(t) >= 1e-09 * (b - a)": ABOUT,
    "count_linear_regions: wide = np.diff(t) > 2e-09 * (b - a)": ABOUT,
    "count_linear_regions: wide = np.diff(t) > 5e-10 * (b - a)": ABOUT,
    "count_linear_regions: wide = np.diff(t) > 1.001e-09 * (b - a)": ABOUT,
    "count_linear_regions: h, slope = (np.maximum(0.0, h), slope * (h > 0))": ORDER,
    "count_linear_regions: h, slope = (np.maximum(h, 0.0), slope * (h >= 0))": (
        "in the middle of a piece a unit is at 0 only if it is so on the whole piece"
    ),
    "count_linear_regions: jumps = np.abs(np.diff(slope, axis=0)).sum(axis=1)": ABOUT,
    "count_linear_regions: jumps = np.abs(np.diff(slope, axis=0)).max(axis=-1)": (
        "axis 1 of the two is the last"
    ),
    "count_linear_regions: return …jumps > 2e-09 * np.abs(slope).max())": ABOUT,
    "count_linear_regions: return …jumps > 5e-10 * np.abs(slope).max())": ABOUT,
    "count_linear_regions: return …jumps > 1.001e-09 * np.abs(slope).max())": ABOUT,
    "count_linear_regions: return …jumps > 1e-09 * np.abs(slope).sum())": ABOUT,
}
