"""Maps drawn on the server, without a browser: for slides, handouts, posters and pictures to take away."""
