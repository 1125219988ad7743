{shapes/box shapes.core/read-shape}
