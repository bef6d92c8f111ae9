//! States and provinces: their codes in GeoNames, and the names they go by.

use std::collections::HashMap;
use std::sync::Arc;

use crate::key::{key, region_key};

/// A region's country and code.
pub(crate) type Region = (Arc<str>, Arc<str>);

/// The regions of all countries.
#[derive(Debug, Default)]
pub(crate) struct Regions {
    /// A region's name by country and code, `US.TX`.
    names: HashMap<String, Arc<str>>,
    /// The regions called so, each as country and code.
    called: HashMap<String, Vec<Region>>,
}

/// At the start of a region's line in the gazetteer's text: `#`, country, code, name, then keys, parted by tabs.
pub const MARK: char = '#';

/// The short names of Korea's provinces that are no cities, as addresses have them: “광주(경기)”, “경남 창원”.
const KOREAN: [(&str, &str); 8] = [
    ("경기", "경기도"),
    ("강원", "강원도"),
    ("충북", "충청북도"),
    ("충남", "충청남도"),
    ("전북", "전라북도"),
    ("전남", "전라남도"),
    ("경북", "경상북도"),
    ("경남", "경상남도"),
];

impl Regions {
    /// The regions of the gazetteer's text; and its other lines, each with the byte at which it begins.
    pub(crate) fn read(text: &str) -> (Self, impl Iterator<Item = (usize, &str)>) {
        let mut regions = Self::default();
        let mut start = 0;
        let mut lines = text.split_terminator('\n').map(move |line| {
            let at = start;
            start += line.len() + 1;
            (at, line)
        });
        let mut first = None;
        for (at, line) in lines.by_ref() {
            match line.strip_prefix(MARK) {
                Some(line) => regions.take(line),
                None => {
                    first = Some((at, line));
                    break;
                }
            }
        }
        (regions, first.into_iter().chain(lines))
    }

    fn take(&mut self, line: &str) {
        let mut fields = line.split('\t');
        if let (Some(country), Some(code), Some(name)) =
            (fields.next(), fields.next(), fields.next())
        {
            self.names.insert(format!("{country}.{code}"), name.into());
            let region: Region = (country.into(), code.into());
            for key in fields {
                let called = self.called.entry(key.to_owned()).or_default();
                called.push(region.clone());
            }
        }
    }

    /// The name of a region.
    pub(crate) fn name(&self, country: &str, code: &str) -> Option<Arc<str>> {
        self.names.get(&format!("{country}.{code}")).cloned()
    }

    /// The regions called so anywhere, as country and code.
    pub(crate) fn called(&self, name: &str) -> &[Region] {
        let name = name.trim();
        let korean = KOREAN.iter().find(|(short, _)| *short == name);
        let name = korean.map_or(name, |(_, full)| full);
        // Codes are kept as they are: “MT” is no mount.
        self.called
            .get(&name.to_lowercase())
            .or_else(|| self.called.get(&key(name)))
            .or_else(|| self.called.get(&region_key(name)))
            .map_or(&[], Vec::as_slice)
    }
}
