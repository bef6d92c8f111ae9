//! Lines as the data of a path (SVG 2, section 9.3), in whole units from a frame's corner.

use crate::basemap::frame::Frame;

/// Lines that are filled.
pub fn closed(lines: &[Vec<[f64; 2]>], frame: Frame, scale: f64) -> String {
    path(lines, frame, scale, "z")
}

/// Lines that are drawn.
pub fn open(lines: &[Vec<[f64; 2]>], frame: Frame, scale: f64) -> String {
    path(lines, frame, scale, "")
}

/// How wide and how high a frame is.
pub fn size(frame: Frame, scale: f64) -> [i32; 2] {
    let Frame {
        west,
        north,
        east,
        south,
    } = frame;
    [east - west, south - north].map(|side| (side * scale).round() as i32)
}

fn path(lines: &[Vec<[f64; 2]>], frame: Frame, scale: f64, end: &str) -> String {
    let mut path = String::new();
    for line in lines {
        let units = |[x, y]: [f64; 2]| {
            [x - frame.west, y - frame.north].map(|part| (part * scale).round() as i32)
        };
        let mut points = line.iter().map(|point| units(*point));
        let Some([mut x, mut y]) = points.next() else {
            continue;
        };
        path.push('M');
        number(&mut path, x);
        path.push(' ');
        number(&mut path, y);
        path.push('l');
        let mut moved = false;
        for [next_x, next_y] in points {
            let (right, down) = (next_x - x, next_y - y);
            if right != 0 || down != 0 {
                for part in [right, down] {
                    number(&mut path, part);
                    path.push(' ');
                }
                moved = true;
            }
            (x, y) = (next_x, next_y);
        }
        if !moved {
            // A speck: with its outline it is a dot.
            path.push_str("0 0");
        }
        path.push_str(end);
    }
    path
}

/// Appends a number, without the ways round that formatting takes: a view has ten thousand.
fn number(text: &mut String, number: i32) {
    if number < 0 {
        text.push('-');
    }
    digits(text, number.unsigned_abs());
}

fn digits(text: &mut String, number: u32) {
    if number >= 10 {
        digits(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame {
        west: -0.5,
        north: 0.25,
        east: 0.5,
        south: 0.75,
    };

    #[test]
    fn a_line_is_written_step_by_step() {
        let line = vec![[-0.5, 0.25], [0.0, 0.25], [0.001, 0.25], [0.0, 0.75]];
        let lines = [line, vec![[0.25, 0.5], [0.2501, 0.5]]];
        assert_eq!(closed(&lines, FRAME, 100.0), "M0 0l50 0 0 50 zM75 25l0 0z");
        assert_eq!(open(&lines[..1], FRAME, 100.0), "M0 0l50 0 0 50 ");
        assert_eq!(open(&[Vec::new()], FRAME, 100.0), "");
        assert_eq!(size(FRAME, 100.0), [100, 50]);
        for given in [0, 7, 10, -10, 4096, i32::MAX, i32::MIN] {
            let mut text = String::new();
            number(&mut text, given);
            assert_eq!(text, given.to_string());
        }
    }
}
