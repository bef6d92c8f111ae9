"""What feedparser and icalendar say of a site's feeds: `python feeds.py FOLDER`. Exit status 1 if one objects."""

import sys
from pathlib import Path

import feedparser
from icalendar import Calendar

folder = Path(sys.argv[1])
objections = []
entries = events = 0

for path in sorted(folder.rglob("*.atom")):
    feed = feedparser.parse(path.read_bytes())
    if feed.bozo or not feed.version.startswith("atom"):
        objections.append(f"{path}: {feed.get('bozo_exception', feed.version)}")
    for entry in feed.entries:
        entries += 1
        missing = [name for name in ("id", "title", "updated_parsed", "link") if not entry.get(name)]
        if missing:
            objections.append(f"{path}: {entry.get('id')} has no {', '.join(missing)}")

for path in sorted(folder.rglob("*.ics")):
    try:
        calendar = Calendar.from_ical(path.read_bytes())
    except ValueError as error:
        objections.append(f"{path}: {error}")
        continue
    objections += [f"{path}: {error}" for error in calendar.errors]
    for event in calendar.walk("VEVENT"):
        events += 1
        objections += [f"{path}: {event.get('UID')}: {error}" for error in event.errors]
        if "UID" not in event or "DTSTAMP" not in event or event.end < event.start:
            objections.append(f"{path}: {event.get('UID')} lacks a property, or ends before it begins")

print(f"feedparser: {entries} entries; icalendar: {events} events; {len(objections)} objections")
print("\n".join(objections[:20]))
sys.exit(1 if objections else 0)
