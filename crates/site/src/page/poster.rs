//! What makes a printed page a poster: a QR code of its address, the address in letters, and of when it is.

use std::fmt::Write as _;

use maud::{Markup, html};
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

use crate::context::Context;

/// The quiet zone around a code, in modules (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The foot of a printed page about these events, with the [`code`] of its address; on a screen it is not displayed.
pub(super) fn poster(context: &Context<'_>, events: &[usize], url: &str, code: &Markup) -> Markup {
    let changed = events.iter().filter_map(|at| context.changed.get(*at));
    let changed = changed.max().unwrap_or(&context.record.since);
    let day = context.locale.day(changed.date_naive());
    html! {
        div.poster {
            (code)
            div {
                p { (context.fill("site.as_of", &[("date", &day)])) }
                p.address dir="ltr" { (url) }
            }
        }
    }
}

/// A QR code as a drawing, one unit a module; nothing for a text too long for one (2,331 bytes).
///
/// Readers undo any of the eight masks (ISO/IEC 18004, 7.8). To try them all for the most even one takes longer than all
/// the rest of a page; the chessboard, mask 0, breaks up what addresses have.
pub(super) fn code(text: &str) -> Markup {
    let (least, most) = (Version::MIN, Version::MAX);
    let chessboard = Some(Mask::new(0));
    let segments = QrSegment::make_segments(text);
    let code = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium,
        least,
        most,
        chessboard,
        true,
    );
    let Ok(code) = code else {
        return Markup::default();
    };
    let side = code.size() + 2 * QUIET;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(text) {
            rect width=(side) height=(side) fill="#fff" {}
            path fill="#000" d=(path(&code)) {}
        }
    }
}

/// The dark modules, each run in a row one rectangle.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size())
                .take_while(|x| code.get_module(*x, y))
                .count() as i32;
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pixels a module, for the reader.
    const SCALE: usize = 4;

    /// Draws the rectangles of a path and reads the code.
    fn read(drawing: &str) -> String {
        let side: usize = drawing
            .split("viewBox=\"0 0 ")
            .nth(1)
            .unwrap()
            .split(' ')
            .next()
            .unwrap()
            .parse()
            .unwrap();
        let path = drawing
            .split(" d=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let mut dark = vec![false; side * side];
        for run in path.split('M').skip(1) {
            let numbers: Vec<usize> = run
                .split(|c: char| !c.is_ascii_digit())
                .filter(|part| !part.is_empty())
                .map(|part| part.parse().unwrap())
                .collect();
            let (x, y, length) = (numbers[0], numbers[1], numbers[2]);
            dark[y * side + x..y * side + x + length].fill(true);
        }
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, |x, y| {
                if dark[y / SCALE * side + x / SCALE] {
                    0
                } else {
                    255
                }
            });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().unwrap().1
    }

    #[test]
    fn a_code_leads_to_the_address() {
        for address in [
            "https://example.org/e/a/",
            "https://group.example.org/calendar/e/washington-2023-11-04/",
            &format!("https://example.org/e/{}/", "long-".repeat(60)),
        ] {
            assert_eq!(read(&code(address).into_string()), address);
        }
        assert_eq!(code(&"x".repeat(3000)).into_string(), "");
    }
}
