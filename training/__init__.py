"""Makes reasoners and segmenters better; knows neither QGIS nor Qt."""
