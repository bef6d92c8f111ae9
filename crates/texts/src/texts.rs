//! The texts of one language file.

use std::borrow::Cow;

use json::Json;

/// Texts by their keys.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Texts(Vec<(Cow<'static, str>, Cow<'static, str>)>);

impl Texts {
    /// The texts of a file that is compiled in.
    pub(super) fn compiled_in(json: &'static str) -> Self {
        // A test reads the files that are compiled in; were one broken, keys would be shown.
        Self::read(json, |text| text).unwrap_or_default()
    }

    /// The texts of a file that has arrived; `None` if it is no JSON object. What is no text is left out.
    pub(super) fn arrived(json: &str) -> Option<Self> {
        Self::read(json, |text| Cow::Owned(text.into_owned()))
    }

    fn read<'a>(json: &'a str, keep: fn(Cow<'a, str>) -> Cow<'static, str>) -> Option<Self> {
        let mut texts = Vec::new();
        let mut json = Json::new(json);
        json.object()?;
        while let Some(key) = json.member()? {
            if json.peek() == b'"' {
                texts.push((keep(key.into()), keep(json.text()?)));
            } else {
                json.value()?;
            }
        }
        json.end()?;
        texts.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Some(Self(texts))
    }

    /// The text of a key. An empty text counts as missing: translation tools write one for what is not
    /// translated yet.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        let at = self.0.binary_search_by(|(found, _)| (**found).cmp(key));
        let (_, text) = self.0.get(at.ok()?)?;
        Some(&**text).filter(|text| !text.is_empty())
    }
}
