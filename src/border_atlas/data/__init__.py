"""Tables, geometry recipes, the build, checks and loading of the dataset."""
