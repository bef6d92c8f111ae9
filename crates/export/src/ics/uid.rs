//! What makes an event's UID one of this calendar's: a name that is no host.

use event_file::event::Text;
use event_file::file::About;

/// The part of a UID after its `@`: the same for a calendar wherever it is served and whatever its
/// events are, so that an event added again replaces itself, and one of the same id in another
/// calendar does not.
///
/// It is the FNV-1a hash (64 bits) of the first of these that the calendar names: its repository, its
/// page, its mail address, its title. `.invalid` is no host's (RFC 2606, section 2).
pub(super) fn domain(about: &About) -> String {
    let contact = &about.contact;
    let names = [
        &contact.repository,
        &contact.url,
        &contact.email,
        &about.title,
    ];
    let name = names.into_iter().flatten().next();
    let hash = name.map_or("", Text::as_str).bytes();
    let hash = hash.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}.marchmap.invalid")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, repository: Option<&str>, expected: &str) {
        let mut about = About {
            title: Some(title.into()),
            ..About::default()
        };
        about.contact.repository = repository.map(Text::from);
        assert_eq!(domain(&about), expected, "{title} {repository:?}");
    }

    #[test]
    fn a_calendar_has_one_name_for_good() {
        // FNV-1a of “a” is a published test vector.
        check("a", None, "af63dc4c8601ec8c.marchmap.invalid");
        check(
            "another title",
            Some("a"),
            "af63dc4c8601ec8c.marchmap.invalid",
        );
        assert_eq!(
            domain(&About::default()),
            "cbf29ce484222325.marchmap.invalid"
        );
    }
}
