"""consumers.py FILE.pdf...: what pypdf reads in each, as a JSON array of strings."""
import json
import sys

import pypdf

print(json.dumps(["\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages) for path in sys.argv[1:]]))
