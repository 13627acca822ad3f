"""Issue packs: data files and the small modules that offer them."""
