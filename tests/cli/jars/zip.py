"""zip.py ARCHIVE FOLDER: an archive of the files below a folder."""
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as jar:
    for folder, _, names in os.walk(sys.argv[2]):
        for name in names:
            path = os.path.join(folder, name)
            jar.write(path, os.path.relpath(path, sys.argv[2]))
