"""The pure heart of plandiff: no files, no plugins, no terminal. One public function a file, named as the file."""
