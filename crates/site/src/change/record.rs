//! `changes.json`: the changes of the last 30 days, which the next run of the command goes on with.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::kind::{Change, What};

/// What the file is called.
pub(crate) const FILE: &str = "changes.json";

/// What it calls itself.
const FORMAT: &str = "marchmap-changes/1";

/// Changes, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
    /// When the site was first made.
    pub(crate) since: DateTime<Utc>,
    pub(crate) changes: Vec<Change>,
}

impl Record {
    /// Reads the file; `None` where there is none, or another one. Changes that cannot be read are left out.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let file: Value = serde_json::from_slice(bytes).ok()?;
        if file["format"] != FORMAT {
            return None;
        }
        let changes = file["changes"].as_array()?.iter().filter_map(change);
        Some(Self {
            since: moment(&file["since"])?,
            changes: changes.collect(),
        })
    }

    /// The file, a change a line.
    pub(crate) fn write(&self) -> String {
        let changes: Vec<String> = self
            .changes
            .iter()
            .map(|change| format!("    {}", entry(change)))
            .collect();
        let list = match changes.is_empty() {
            true => "[]".to_owned(),
            false => format!("[\n{}\n  ]", changes.join(",\n")),
        };
        let since = json!(written(self.since));
        format!(
            "{{\n  \"format\": \"{FORMAT}\",\n  \"since\": {since},\n  \"changes\": {list}\n}}\n"
        )
    }
}

fn entry(change: &Change) -> Value {
    let mut entry =
        json!({ "at": written(change.at), "event": change.id, "what": change.what.name() });
    for (name, text) in [("before", &change.before), ("now", &change.now)] {
        if !text.is_empty() {
            entry[name] = text.as_str().into();
        }
    }
    entry
}

fn change(entry: &Value) -> Option<Change> {
    let text = |name: &str| entry[name].as_str().map(str::to_owned);
    let what = text("what")?;
    Some(Change {
        at: moment(&entry["at"])?,
        id: text("event")?,
        what: What::ALL.iter().find(|(name, _)| *name == what)?.1,
        before: text("before").unwrap_or_default(),
        now: text("now").unwrap_or_default(),
    })
}

fn moment(value: &Value) -> Option<DateTime<Utc>> {
    value.as_str()?.parse().ok()
}

fn written(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let at: DateTime<Utc> = "2023-11-01T10:00:00Z".parse().unwrap();
        let change = |what, before: &str, now: &str| Change {
            at,
            id: "a".into(),
            what,
            before: before.into(),
            now: now.into(),
        };
        for changes in [
            vec![],
            vec![
                change(What::New, "", "2023-11-04"),
                change(What::Title, "<\"\n", "b"),
            ],
        ] {
            let record = Record { since: at, changes };
            assert_eq!(Record::read(record.write().as_bytes()), Some(record));
        }
        for bytes in [
            "",
            "{}",
            "[1]",
            r#"{"format":"marchmap-changes/2","since":"2023-11-01T10:00:00Z","changes":[]}"#,
        ] {
            assert_eq!(Record::read(bytes.as_bytes()), None, "{bytes}");
        }
    }
}
