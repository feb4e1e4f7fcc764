"""The engine in a process of its own, which ends without taking QGIS along."""
