"""From Neuron to Network: the course's tools for students, instructors and authors."""

__version__ = "0.1.0"
