//! The list of the files that the command made in a folder, kept there.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// What the list is called. Hosts serve no such files, or do no harm by it.
pub(super) const NAME: &str = ".marchmap-site.json";

/// What it calls itself.
const FORMAT: &str = "marchmap-site/1";

/// Files by their paths within the folder, with their length in bytes.
pub(super) type Manifest = BTreeMap<String, u64>;

/// Reads a list. Of one that is broken, or has paths that lead anywhere else, the rest counts.
pub(super) fn read(bytes: &[u8]) -> Manifest {
    let list: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let files = list["files"]
        .as_object()
        .filter(|_| list["format"] == FORMAT);
    let files = files.into_iter().flatten();
    files
        .filter(|(path, _)| is_inside(path))
        .filter_map(|(path, length)| Some((path.clone(), length.as_u64()?)))
        .collect()
}

/// Whether the run that wrote a list was not finished, so that temporary files of it may be left.
pub(super) fn is_unfinished(bytes: &[u8]) -> bool {
    let list: Value = serde_json::from_slice(bytes).unwrap_or_default();
    list["unfinished"] == true
}

/// The same list as text, a file a line; `unfinished` until all of them are there.
pub(super) fn write(files: &Manifest, unfinished: bool) -> Vec<u8> {
    let files: Map<String, Value> = files
        .iter()
        .map(|(path, length)| (path.clone(), json!(length)))
        .collect();
    let mut list = json!({ "format": FORMAT, "files": files });
    if unfinished {
        list["unfinished"] = json!(true);
    }
    format!("{list:#}\n").into_bytes()
}

/// Whether a path stays in the folder on every system: names parted by `/`, none of them `.` or `..`.
pub(super) fn is_inside(path: &str) -> bool {
    let forbidden = |c: char| c.is_control() || "\\:*?\"<>|".contains(c);
    !path.contains(forbidden) && path.split('/').all(|name| !matches!(name, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let files = Manifest::from([("e/a/index.html".into(), 12), ("index.html".into(), 3)]);
        for unfinished in [false, true] {
            let list = write(&files, unfinished);
            assert_eq!(
                (read(&list), is_unfinished(&list)),
                (files.clone(), unfinished)
            );
        }
        for bytes in ["", "[]", "{\"format\":\"other\",\"files\":{\"a\":1}}"] {
            assert_eq!(read(bytes.as_bytes()), Manifest::new(), "{bytes}");
        }
    }

    #[test]
    fn no_path_of_a_list_leads_out_of_the_folder() {
        let list = r#"{"format":"marchmap-site/1","files":{"../a":1,"/etc/b":1,"c/../../d":1,"C:\\e":1,"C:f":1,"":1,"g//h":1,"i":1}}"#;
        assert_eq!(read(list.as_bytes()), Manifest::from([("i".into(), 1)]));
    }
}
