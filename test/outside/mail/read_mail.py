"""Reads the messages of a folder by Python's `email` and tells what it found, as JSON."""

import json
import sys
from email import policy
from email.parser import BytesParser
from pathlib import Path


def read(path):
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())

    def people(field):
        header = message[field]
        return [] if header is None else [[a.display_name, a.addr_spec] for a in header.addresses]

    names = [part.get_filename() or "" for part in message.iter_attachments()]
    return {
        "message": path.name,
        "subject": message["subject"],
        "from": people("from"),
        "to": people("to"),
        "files": names,
    }


print(json.dumps([read(path) for path in sorted(Path(sys.argv[1]).glob("*.eml"))]))
