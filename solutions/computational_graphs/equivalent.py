"""Mutants of the references that no check can tell from them, each with the reason."""

SMOOTH = "both formulas hold for every z, and neither overflows this close to 0"
GIVEN = "given in the stub, for looking at"

EQUIVALENT = {
    "topological_order: path = [(root, root.inputs)]": "inputs seen before are passed over again",
    "topological_order: path.append((x, x.inputs))": "inputs seen before are passed over again",
    "topological_order: twice seen.add(x)": "a set holds everything once",
    "Value: self.inputs = inputs": "every operation gives a tuple",
    "Value: self.slopes = slopes": "every operation gives a tuple",
    "Value: return None": GIVEN,
    "Value: return -f'Value(…": GIVEN,
    "Value: return Value(self.data + other.data, (other, self), (1.0, 1.0))": "a sum has no order",
    "Value: return self / -1": "the same as times -1",
    "Value: return Value(max(0.0, self.data), (self,), (float(self.data > 0),))": "no order",
    "Value: return Value(max(self.data, 0.0), (self,), (self.data > 0,))": "True counts as 1.0",
    "Value: return Value(max(self.data, 0.0), (self,), (int(self.data > 0),))": "1 counts as 1.0",
    "loss_value: for feature, weight in zip(w, x):": "a product has no order",
    "loss_value: for weight, feature in zip(x, w):": "a product has no order",
    "loss_value: if z.data > 0:": SMOOTH,
    "loss_value: if z.data >= 1:": SMOOTH,
    "loss_value: if z.data >= -1:": SMOOTH,
}
