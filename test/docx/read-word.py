"""Reads Word documents with python-docx, mammoth and openxml-audit: python3 read-word.py FILE… prints JSON, one object a file."""

import collections
import html.parser
import json
import sys

import docx
import mammoth
import openxml_audit
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph


def by_python_docx(path):
    document = docx.Document(path)
    blocks = []

    def walk(parent, element):
        for child in element.iterchildren():
            if child.tag == qn("w:p"):
                paragraph = Paragraph(child, parent)
                numbered = child.pPr is not None and child.pPr.numPr is not None
                blocks.append(
                    {
                        "text": paragraph.text,
                        "style": paragraph.style.name,
                        "align": str(paragraph.alignment),
                        "numbered": numbered,
                        "rtl": [run.font.rtl for run in paragraph.runs],
                    }
                )
            elif child.tag == qn("w:tbl"):
                for row in Table(child, parent).rows:
                    for cell in row.cells:
                        walk(cell, cell._tc)

    walk(document, document.element.body)
    core = document.core_properties
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return {
        "blocks": blocks,
        "tables": tables,
        "title": core.title,
        "author": core.author,
        "language": core.language,
        "sections": len(document.sections),
        "pictures": len(document.inline_shapes),
    }


class Outline(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.counts = collections.Counter()

    def handle_starttag(self, tag, attrs):
        self.counts[tag] += 1
        if tag == "img" and dict(attrs).get("alt"):
            self.counts["img with alt"] += 1


def by_mammoth(path):
    with open(path, "rb") as file:
        made = mammoth.convert_to_html(file)
    outline = Outline()
    outline.feed(made.value)
    with open(path, "rb") as file:
        text = mammoth.extract_raw_text(file).value
    told = [message.message for message in made.messages if not message.message.startswith("Unrecognised")]
    return {"text": text, "html": made.value, "counts": outline.counts, "told": told}


def by_audit(path):
    result = openxml_audit.OpenXmlValidator().validate(path)
    return [f"{error.part_uri}: {error.description}" for error in result.errors]


for path in sys.argv[1:]:
    read = {"docx": by_python_docx(path), "mammoth": by_mammoth(path), "audit": by_audit(path)}
    print(json.dumps(read, ensure_ascii=False))
