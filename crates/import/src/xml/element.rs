//! A document of XML as a tree: names without and with their prefixes, attributes, text.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::html;

/// How deep elements are read.
const DEEPEST: usize = 100;

/// An element.
#[derive(Debug, Clone, Default)]
pub struct Element {
    /// The name without its prefix.
    pub name: String,
    /// The prefix of the name, empty for none.
    pub prefix: String,
    /// Names with their prefixes, and values.
    pub attributes: Vec<(String, String)>,
    /// The text directly in it.
    pub text: String,
    /// The elements in it.
    pub children: Vec<Element>,
}

impl Element {
    /// The first element of a document. One that is cut off is read as far as it goes.
    ///
    /// # Errors
    /// It is no XML, or goes too deep.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_end_names = false;
        let mut open: Vec<Element> = vec![Element::default()];
        loop {
            let event = reader
                .read_event()
                .map_err(|error| format!("XML that cannot be read: {error}"))?;
            let is_empty = matches!(event, Event::Empty(_));
            match event {
                Event::Start(start) | Event::Empty(start) => {
                    if open.len() > DEEPEST {
                        return Err(format!("XML deeper than {DEEPEST} elements"));
                    }
                    open.push(Element::new(&start));
                    if is_empty {
                        close(&mut open);
                    }
                }
                Event::End(_) => close(&mut open),
                Event::Text(more) => push(&mut open, &more),
                Event::CData(more) => push(&mut open, &more),
                Event::GeneralRef(name) => {
                    let name: &str = &name;
                    push(&mut open, &html::entities(&format!("&{name};")));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        while open.len() > 1 {
            close(&mut open);
        }
        let root = open.pop().and_then(|all| all.children.into_iter().next());
        root.ok_or_else(|| "XML that cannot be read: no element in it".to_owned())
    }

    fn new(start: &BytesStart<'_>) -> Self {
        let mut attributes = start.attributes();
        let attributes = attributes.with_checks(false).flatten();
        let attributes = attributes.map(|attribute| {
            let value = html::entities(&attribute.value);
            (attribute.key.as_ref().to_owned(), value)
        });
        let (name, prefix) = start.name().decompose();
        Self {
            name: name.as_ref().to_owned(),
            prefix: prefix
                .map(|prefix| prefix.as_ref().to_owned())
                .unwrap_or_default(),
            attributes: attributes.collect(),
            ..Self::default()
        }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// The first element of a name in it.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of all in it.
    pub fn whole_text(&self) -> String {
        let mut text = self.text.clone();
        for child in &self.children {
            text.push(' ');
            text.push_str(&child.whole_text());
        }
        text
    }
}

fn push(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

/// Ends the innermost element; an end too many ends nothing.
fn close(open: &mut Vec<Element>) {
    if open.len() > 1
        && let Some(inner) = open.pop()
        && let Some(outer) = open.last_mut()
    {
        outer.children.push(inner);
    }
}
