import numpy as np

values = [
    5e-324,
    1.7976931348623157e308,
    -0.0,
    float.fromhex("0x1p-1074"),
    -(2**63),
    2**64,
    np.float16(1e-8),
    np.float32(np.finfo("f4").max),
    np.longdouble(0),
    complex(0, np.nan),
]


def mse(w, X, y):
    values.append(values.pop(0))
    return values[0]
