"""Every code of the family A, what is wrong with an artifact, with what it means."""

from __future__ import annotations

EQUALITY = {
    "A001": "an artifact has more or fewer editions than the release",
    "A002": "an edition is declared to be in another language",
    "A003": "an artifact says what the source does not",
    "A004": "an artifact lacks what the source says",
    "A005": "an artifact says something else than the source",
    "A006": "characters are declared to be in another language",
    "A007": "a link, or the call of a note, leads elsewhere",
    "A008": "a mark or a reading is missing, or stands where there is none",
    "A009": "a heading, an item of a list or a cell of a table has another rank or place",
    "A011": "the metadata state another fact than the release: a title, language, date, version, or the like",
    "A012": "another program extracts other text",
    "A013": "a logo, masthead, running head, page number, cover or table of contents is another",
    "A014": "a claim of accessibility that is not so, or a fact that is not claimed",
    "A026": "a file does not hold the picture that a figure of the release shows",
    "A027": "a picture looks other than the file of its figure",
}
"""What is said, read back and compared with the source."""

SHELF = {
    "A020": "a file of the proof record is not there",
    "A021": "a file was changed after it was built",
    "A022": "a build was ended while it put its files in their places",
    "A023": "a file of the release is on the shelf that the proof record does not name",
    "A024": "a picture beside the source is another than the one that was built",
    "A025": "the files hold fewer editions than the source, as they were asked for",
    "A028": "the source was changed after the files were built",
    "A029": "the source asks for another house than the one that the files are in",
}
"""The files of a build, later."""

LEAKS = {
    "A030": "words that must not leave: of editors, of a machine, of tools",
    "A031": "a picture with metadata, comments or bytes behind its end",
    "A032": "comments, revisions and instructions for programs",
    "A033": "text that is there and cannot be seen",
    "A034": "scripts, actions and annotations",
    "A035": "files, parts and objects that nothing needs, earlier versions, layers",
    "A036": "metadata beyond those that a format declares",
}
"""What leaves the house with a file and should not."""

GLYPHS = {
    "A040": "a character drawn as a missing one",
    "A041": "a character drawn in the form of another region, or as another character",
    "A042": "a face that the house does not name, or that is not embedded",
    "A043": "letters slanted or thickened by drawing",
    "A044": "words that are called strong and not bold, or bold and not called strong",
}
"""How characters are drawn."""

PRESS = {
    "A050": "a PDF for the printer lacks what makes it PDF/X-4: claims, dates, a printing condition",
    "A051": "the boxes of a page are missing, or not those of the house",
    "A052": "a colour that is no ink of the press",
    "A053": "more ink in one place than the house allows",
    "A054": "something that PDF/X-4 does not allow: annotations on the page, files, encryption",
}
"""What a press would stumble over."""

JUDGES = {
    "A070": "a validator from outside does not accept a file",
    "A071": "a validator from outside is not on this machine, and was not asked",
}
"""What `proof` hears from others."""

READERS = {
    "A010": "the file is no text file of a release",
    "A101": "the typesetting engine is not the one that the PDF writer knows",
    "A102": "the typesetting engine complains",
    "A103": "the PDF writer was not given a family",
    "A104": "the composer does not know this form of the typesetting engine",
    "A105": "the profile of the printing condition cannot be used",
    "A106": "a colour that cannot be separated",
    "A110": "the file is no tagged PDF that can be read",
    "A150": "a format does not hold something, and the house takes that for more than nothing",
    "A160": "the file is no ninjs of a release",
    "A200": "the archive cannot be read",
    "A201": "a document of a book or a page cannot be read",
    "A202": "an HTML file holds no edition",
    "A203": "a book lacks a file that it names, or names one twice",
    "A301": "a note is called from inside another, which Word cannot hold",
    "A302": "a part of a Word file cannot be read",
}
"""What writers and readers of a format refuse."""

CODES = EQUALITY | SHELF | LEAKS | GLYPHS | PRESS | JUDGES | READERS
