"""Scene and Question in, Answer out; knows neither QGIS nor training."""
