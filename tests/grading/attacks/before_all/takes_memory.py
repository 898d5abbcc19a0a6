kept = []
while True:
    kept.append(bytearray(2**26))
