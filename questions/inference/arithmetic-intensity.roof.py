peak, bandwidth = 100, 10  # TFLOP/s and TB/s of an imaginary chip

intensities = [2, 8, 40]  # FLOP per byte of three kernels
print([min(peak, intensity * bandwidth) for intensity in intensities])
