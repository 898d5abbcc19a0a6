"""Programs for those who work on the course: measures, benchmarks, a fuzzer."""
