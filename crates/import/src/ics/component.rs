//! Components of a calendar, one in another (RFC 5545, section 3.6).

use super::lines::{Property, properties};

/// How deep components may lie in one another.
const DEEPEST: usize = 8;

/// A component such as VEVENT.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Component {
    /// What it is, in capitals.
    pub name: String,
    /// Where it begins.
    pub line: u64,
    /// Where it ends.
    pub end: u64,
    /// Its content lines.
    pub properties: Vec<Property>,
    /// What lies in it.
    pub inner: Vec<Component>,
}

impl Component {
    /// All components of a name, however deep they lie in calendars.
    pub fn named<'c>(&'c self, name: &'c str) -> Box<dyn Iterator<Item = &'c Component> + 'c> {
        let own = self.inner.iter();
        Box::new(own.flat_map(move |part| match part.name.as_str() {
            "VCALENDAR" => part.named(name),
            own if own == name => Box::new(std::iter::once(part)),
            _ => Box::new(std::iter::empty()),
        }))
    }

    /// The first property of a name.
    pub fn get(&self, name: &str) -> Option<&Property> {
        self.all(name).next()
    }

    /// All properties of a name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &Property> {
        self.properties
            .iter()
            .filter(move |property| property.name == name)
    }

    /// The value of the first property of a name, as written.
    pub fn value(&self, name: &str) -> Option<&str> {
        Some(self.get(name)?.value.trim()).filter(|value| !value.is_empty())
    }

    /// The text of the first property of a name.
    pub fn text(&self, name: &str) -> Option<String> {
        Some(self.get(name)?.text()).filter(|text| !text.trim().is_empty())
    }
}

/// What a file has: its calendars (VCALENDAR), and what stands outside of any.
pub fn components(text: &str) -> Component {
    let mut open = vec![Component::default()];
    let mut last = 1;
    for (line, property) in properties(text) {
        last = line;
        let value = property.value.trim().to_ascii_uppercase();
        match property.name.as_str() {
            // A calendar begins where another was not closed.
            "BEGIN" if value == "VCALENDAR" => {
                close(&mut open, 1, line);
                open.push(Component {
                    name: value,
                    line,
                    ..Component::default()
                });
            }
            "BEGIN" if open.len() < DEEPEST => {
                open.push(Component {
                    name: value,
                    line,
                    ..Component::default()
                });
            }
            "END" => {
                // What is not closed inside ends here, too.
                if let Some(at) = open
                    .iter()
                    .rposition(|component| component.name == value && !value.is_empty())
                {
                    close(&mut open, at, line);
                }
            }
            _ => {
                if let Some(component) = open.last_mut() {
                    component.properties.push(property);
                }
            }
        }
    }
    close(&mut open, 1, last);
    open.pop().unwrap_or_default()
}

/// Closes what is open from a depth on.
fn close(open: &mut Vec<Component>, from: usize, line: u64) {
    while open.len() > from.max(1) {
        if let Some(mut closed) = open.pop() {
            closed.end = line;
            if let Some(outer) = open.last_mut() {
                outer.inner.push(closed);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_lie_in_one_another() {
        let all = components(
            "BEGIN:VCALENDAR\nX-WR-CALNAME:A\nBEGIN:VEVENT\nUID:1\nBEGIN:VALARM\nACTION:X\nEND:VALARM\nSUMMARY:B\n\
             END:VEVENT\nBEGIN:VEVENT\nUID:2\nEND:VCALENDAR\n",
        );
        let file = &all.inner[0];
        assert_eq!((file.name.as_str(), all.inner.len()), ("VCALENDAR", 1));
        assert_eq!(file.value("X-WR-CALNAME"), Some("A"));
        let found: Vec<_> = file
            .inner
            .iter()
            .map(|event| (event.line, event.end, event.value("UID"), event.inner.len()))
            .collect();
        assert_eq!(found, [(3, 9, Some("1"), 1), (10, 12, Some("2"), 0)]);
        assert_eq!(file.inner[0].text("SUMMARY").as_deref(), Some("B"));
    }
}
