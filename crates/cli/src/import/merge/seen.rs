//! What a source said last, remembered beside the entry so that an editor's changes can be distinguished from the source's.
//!
//! The unknown field `imported` holds the source's name for the entry and, as `field=hash`, the first six
//! hexadecimal digits of a hash of what it said of each field (FNV-1a, 64 bits, of the value as JSON).

use serde_json::{Map, Value};

/// The unknown field that remembers.
pub const IMPORTED: &str = "imported";

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

/// The hash of what the source said of a field.
pub fn said(entry: &Map<String, Value>, field: &str) -> Option<String> {
    let all = entry.get(IMPORTED)?.get("said")?.as_str()?;
    let mut pairs = all.split(BETWEEN).filter_map(|pair| pair.rsplit_once('='));
    let (_, hash) = pairs.find(|(name, _)| *name == field)?;
    Some(hash.to_owned())
}

/// The fields of two entries, what belongs together as one.
pub fn groups(one: &Map<String, Value>, other: &Map<String, Value>) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> = vec![POSITION.map(str::to_owned).to_vec()];
    for field in other.keys().chain(one.keys()) {
        let single = field != IMPORTED && field != "id" && !POSITION.contains(&field.as_str());
        if single && !groups.iter().any(|group| group[0] == *field) {
            groups.push(vec![field.clone()]);
        }
    }
    groups
}

/// What an entry says of a group of fields, `null` for nothing.
pub fn part(entry: &Map<String, Value>, group: &[&str]) -> Vec<Value> {
    group
        .iter()
        .map(|field| entry.get(*field).cloned().unwrap_or_default())
        .collect()
}

/// What stands for the values of a group.
pub fn hash(part: &[Value]) -> String {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    for value in part {
        // Neither a value nor this writer can fail.
        let _ = serde_json::to_writer(&mut hash, value);
    }
    format!("{:06x}", hash.0 >> 40)
}

/// FNV-1a of what is written, <http://www.isthe.com/chongo/tech/comp/fnv/>.
struct Fnv(u64);

impl std::io::Write for Fnv {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Remembers what an entry says as what its source says.
pub fn remember(entry: &mut Map<String, Value>, key: &str) {
    let memory = memory(entry, key);
    entry.insert(IMPORTED.to_owned(), memory);
}

/// Remembers what a source says now, whatever the entry says.
pub fn remember_from(entry: &mut Map<String, Value>, fields: &Map<String, Value>, key: &str) {
    let memory = memory(fields, key);
    entry.insert(IMPORTED.to_owned(), memory);
}

fn memory(fields: &Map<String, Value>, key: &str) -> Value {
    let groups = groups(fields, &Map::new());
    let said = groups.iter().filter_map(|group| {
        let names: Vec<&str> = group.iter().map(String::as_str).collect();
        let part = part(fields, &names);
        let says = part.iter().any(|value| !value.is_null());
        says.then(|| format!("{}={}", group[0], hash(&part)))
    });
    let said: Vec<String> = said.collect();
    let mut memory = Map::new();
    memory.insert("as".to_owned(), key.into());
    memory.insert("said".to_owned(), said.join(BETWEEN).into());
    memory.into()
}
