//! Where the page of an event is in a site: a folder that every file system and host takes, one for each id, for good.

/// The longest name that is the id itself, in bytes.
const LONGEST: usize = 80;

/// How much of an id that cannot be a name still shows in it, in bytes.
const SHOWN: usize = 40;

/// The name of the folder for an event's id (`[A-Za-z0-9._~-]+`).
///
/// An id that any system could take for something else, or for another id, gets a name of its small letters and digits
/// with the hash of the id behind a `~`, which names that are ids never have: capitals (many file systems do not tell
/// them from small letters), `~` (NTFS's short names), a `.` in front or behind, Windows's devices, and very long ids.
fn of_id(id: &str) -> String {
    let safe =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
    let is_name = !id.is_empty()
        && id.len() <= LONGEST
        && id.bytes().all(safe)
        && !id.starts_with('.')
        && !id.ends_with('.')
        && !is_device(id);
    match is_name {
        true => id.to_owned(),
        false => hashed(id, id),
    }
}

/// A readable part of a text, and the hash that tells it from all others.
pub fn hashed(text: &str, whole: &str) -> String {
    let mut name = String::new();
    for letter in text.chars() {
        let letter = letter.to_ascii_lowercase();
        match letter {
            'a'..='z' | '0'..='9' => name.push(letter),
            _ if name.ends_with('-') => {}
            _ => name.push('-'),
        }
        if name.len() >= SHOWN {
            break;
        }
    }
    let name = name.trim_matches('-');
    let hash = hash(whole.as_bytes());
    match name {
        "" => format!("x~{hash:016x}"),
        name => format!("{name}~{hash:016x}"),
    }
}

/// FNV-1a with 64 bits (RFC 9923).
pub fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Whether Windows takes a name for a device, with whatever extension
/// (<https://learn.microsoft.com/windows/win32/fileio/naming-a-file>).
fn is_device(name: &str) -> bool {
    let name = name.split('.').next().unwrap_or_default();
    let numbered = |prefix| {
        let number: Option<&str> = name.strip_prefix(prefix);
        number.is_some_and(|number| number.len() == 1 && number.as_bytes()[0].is_ascii_digit())
    };
    ["con", "prn", "aux", "nul"].contains(&name) || numbered("com") || numbered("lpt")
}

/// The path of an event's own page within a site, by its id.
pub fn event_path(id: &str) -> String {
    format!("e/{}/", of_id(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(id: &str, expected: &str) {
        let name = of_id(id);
        match expected.strip_suffix('~') {
            Some(shown) => {
                assert_eq!(name.rsplit_once('~').unwrap().0, shown, "{id}");
                assert_eq!(name.len(), shown.len() + 17);
            }
            None => assert_eq!(name, expected),
        }
    }

    #[test]
    fn an_id_is_its_own_name_where_it_can_be() {
        check("washington-2023-11-04", "washington-2023-11-04");
        check("2023.11_04", "2023.11_04");
        check("console", "console");
        check("com10", "com10");
        check("-x-", "-x-");
    }

    #[test]
    fn an_id_that_a_system_could_mistake_gets_another_name() {
        check(".", "x~");
        check("..", "x~");
        check("...", "x~");
        check(".htaccess", "htaccess~");
        check("a.", "a~");
        check("con", "con~");
        check("nul.txt", "nul-txt~");
        check("lpt1", "lpt1~");
        check("Rally", "rally~");
        check("progra~1", "progra-1~");
        check(&"a".repeat(81), &format!("{}~", "a".repeat(40)));
        check("", "x~");
        assert_ne!(of_id("Rally").to_lowercase(), of_id("rALLY").to_lowercase());
    }
}
