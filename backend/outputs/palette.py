"""The colours of targets, the same in a picture, on the map and in the dock. Imports nothing."""

# Okabe and Ito's colours, which colour-blind people tell apart (jfly.uni-koeln.de/color), without the black
PALETTE = (
    (230, 159, 0),
    (86, 180, 233),
    (0, 158, 115),
    (240, 228, 66),
    (0, 114, 178),
    (213, 94, 0),
    (204, 121, 167),
)
ORANGE, SKY_BLUE, GREEN, YELLOW, BLUE, VERMILION, PURPLE = PALETTE
