//! What a source said last, remembered beside the entry so that an editor's changes can be distinguished from the source's.
//!
//! The unknown field `imported` holds the source's name for the entry, a hash of the source's own, and, as `field=hash`, one
//! of what it said of each field: the first six hexadecimal digits of FNV-1a, 64 bits, of the value as JSON.

use serde_json::{Map, Value};

/// The unknown field that remembers.
pub const IMPORTED: &str = "imported";

/// The member of it that says which source names the entry.
const FROM: &str = "from";

/// What stands between the fields that are remembered. A field with it in its name is not.
const BETWEEN: &str = "; ";

/// A position is one thing.
const POSITION: [&str; 3] = ["lat", "lon", "precision"];

/// What stands for the name of an entry that its source does not name: the source's own, without folders.
pub fn nameless(source: &str) -> String {
    let file = source.rsplit(['/', '\\']).next().unwrap_or_default();
    format!("@{file}")
}

/// Whether a name is only that of the source.
pub fn is_nameless(key: &str) -> bool {
    key.starts_with('@')
}

/// The source's name for an entry, or its own ([`nameless`]).
pub fn key(entry: &Map<String, Value>) -> Option<&str> {
    entry.get(IMPORTED)?.get("as")?.as_str()
}

/// The hash of what the source said of a group of fields.
pub fn said<'e>(entry: &'e Map<String, Value>, group: &Group<'_>) -> Option<&'e str> {
    let all = entry.get(IMPORTED)?.get("said")?.as_str()?;
    let mut pairs = all.split(BETWEEN).filter_map(|pair| pair.rsplit_once('='));
    let (_, hash) = pairs.find(|(name, _)| *name == group.name())?;
    Some(hash)
}

/// Fields that belong together as one: those of a position, or a single one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group<'a>(&'a str);

impl<'a> Group<'a> {
    /// The group of a field.
    pub(crate) fn of(field: &'a str) -> Self {
        match POSITION.contains(&field) {
            true => Self(POSITION[0]),
            false => Self(field),
        }
    }

    /// What it is called: its first field.
    pub(crate) fn name(&self) -> &'a str {
        self.0
    }

    /// Its fields.
    pub(crate) fn fields(&self) -> &[&'a str] {
        match self.0 == POSITION[0] {
            true => &POSITION,
            false => std::slice::from_ref(&self.0),
        }
    }

    /// What an entry says of its fields, `null` for nothing.
    pub(crate) fn values<'e>(
        &self,
        entry: &'e Map<String, Value>,
    ) -> impl Iterator<Item = &'e Value> {
        const NOTHING: &Value = &Value::Null;
        let fields = self.fields().iter();
        fields.map(|field| entry.get(*field).unwrap_or(NOTHING))
    }

    /// Whether an entry says nothing of its fields.
    pub(crate) fn is_empty(&self, entry: &Map<String, Value>) -> bool {
        self.values(entry).all(Value::is_null)
    }

    /// What stands for what an entry says of its fields.
    pub(crate) fn hash(&self, entry: &Map<String, Value>) -> String {
        let mut hash = Fnv::default();
        for value in self.values(entry) {
            // Neither a value nor this writer can fail.
            let _ = serde_json::to_writer(&mut hash, value);
        }
        hash.digits()
    }
}

/// The groups of the fields of two entries.
pub fn groups<'a>(
    one: &'a Map<String, Value>,
    other: &'a Map<String, Value>,
) -> impl Iterator<Item = Group<'a>> {
    let single = |field: &&String| {
        *field != IMPORTED && *field != "id" && !POSITION.contains(&field.as_str())
    };
    let more = one.keys().filter(|field| !other.contains_key(*field));
    let singles = other.keys().chain(more).filter(single);
    std::iter::once(Group(POSITION[0])).chain(singles.map(|field| Group(field)))
}

/// FNV-1a of what is written, <http://www.isthe.com/chongo/tech/comp/fnv/>.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// The first six hexadecimal digits.
    fn digits(&self) -> String {
        format!("{:06x}", self.0 >> 40)
    }
}

impl std::io::Write for Fnv {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.take(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A hash of the source that an entry comes from, where it is remembered apart from the source's name for it
/// ([`hash_of_source`]).
pub fn source(entry: &Map<String, Value>) -> Option<&str> {
    entry.get(IMPORTED)?.get(FROM)?.as_str()
}

/// What stands for a source: a hash of its name without folders, which may tell of the editor's own.
pub fn hash_of_source(source: &str) -> String {
    let mut hash = Fnv::default();
    hash.take(nameless(source).as_bytes());
    hash.digits()
}

/// How the hash of a source stands in the JSON of an entry.
pub fn in_json(source: &str) -> String {
    format!("\"{FROM}\":\"{source}\"")
}

/// What is to be remembered of what a source says now, under the source's name for the entry or its own.
pub fn memory(fields: &Map<String, Value>, key: &str, source: &str) -> Value {
    let none = Map::new();
    let mut said = String::new();
    for group in groups(fields, &none).filter(|group| !group.is_empty(fields)) {
        let between = if said.is_empty() { "" } else { BETWEEN };
        said.extend([between, group.name(), "=", &group.hash(fields)]);
    }
    let mut memory = Map::new();
    memory.insert("as".to_owned(), key.into());
    if !is_nameless(key) {
        memory.insert(FROM.to_owned(), hash_of_source(source).into());
    }
    memory.insert("said".to_owned(), said.into());
    memory.into()
}
