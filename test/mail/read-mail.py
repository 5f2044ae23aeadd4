"""Reads a message by Python's own parser and tells what it found, as JSON."""

import base64
import json
import sys
from email import policy
from email.parser import BytesParser

message = BytesParser(policy=policy.default).parsebytes(sys.stdin.buffer.read())


def addresses(name):
    header = message[name]
    return [] if header is None else [[a.display_name, a.addr_spec] for a in header.addresses]


attachments = list(message.iter_attachments())
print(
    json.dumps(
        {
            "headers": [name for name, _ in message.items()],
            "subject": message["subject"],
            "from": addresses("from"),
            "to": addresses("to"),
            "cc": addresses("cc"),
            "text": message.get_body(("plain",)).get_content(),
            "html": message.get_body(("html",)).get_content(),
            "defects": [str(d) for part in message.walk() for d in part.defects],
            "files": [
                {
                    "name": part.get_filename(),
                    "type": part.get_content_type(),
                    "bytes": base64.b64encode(part.get_content()).decode(),
                }
                for part in attachments
            ],
        }
    )
)
