"""Loads every glyph of the font files named on standard input in FreeType, and prints those that it refuses."""
import ctypes
import ctypes.util
import sys

NO_SCALE = 1


class Head(ctypes.Structure):
    """What an FT_FaceRec begins with (FreeType 2)."""

    _fields_ = [(name, ctypes.c_long) for name in ("faces", "index", "flags", "style", "glyphs")]


def check(freetype, library, path):
    face = ctypes.POINTER(Head)()
    error = freetype.FT_New_Face(library, path.encode(), ctypes.c_long(0), ctypes.byref(face))
    if error:
        return f"the file: error {error}"
    try:
        for glyph in range(face.contents.glyphs):
            error = freetype.FT_Load_Glyph(face, ctypes.c_uint(glyph), NO_SCALE)
            if error:
                return f"glyph {glyph}: error {error}"
    finally:
        freetype.FT_Done_Face(face)
    return None


def main():
    freetype = ctypes.CDLL(ctypes.util.find_library("freetype"))
    library = ctypes.c_void_p()
    assert freetype.FT_Init_FreeType(ctypes.byref(library)) == 0
    for line in sys.stdin:
        path = line.strip()
        found = check(freetype, library, path)
        if found:
            print(f"{path}: {found}")


main()
