//! Every chore of the project is `cargo xtask CHORE`: this lists them and starts one.

mod archive;
mod bench;
mod build;
mod check;
mod chore;
mod data;
mod finish;
mod fuzz;
mod house;
mod icons;
mod judge;
mod languages;
mod licences;
mod lighthouse;
mod note;
mod project;
mod serve;
mod setup;
mod shots;
mod size;
mod split;
mod test;
mod tool;

use std::process::ExitCode;

use chore::{Chore, Options};

/// Every chore, in the order a newcomer meets them. To add one: a file, its `CHORE`, a line here.
const CHORES: &[Chore] = &[
    setup::CHORE,
    serve::CHORE,
    build::CHORE,
    archive::CHORE,
    tool::CHORE,
    test::CHORE,
    check::CHORE,
    languages::CHORE,
    fuzz::CHORE,
    size::CHORE,
    judge::CHORE,
    lighthouse::CHORE,
    bench::CHORE,
    shots::CHORE,
    data::CHORE,
    icons::CHORE,
    finish::CHORE,
];

fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1);
    let name = words.next();
    let name = name.as_ref().map(|name| name.to_string_lossy());
    let options = Options::new(words.collect());
    match name.as_deref() {
        None | Some("help" | "--help" | "-h") => {
            print!("{}", chore::list(CHORES));
            ExitCode::SUCCESS
        }
        Some(name) => match CHORES.iter().find(|chore| chore.name == name) {
            Some(chore) => chore::run(chore, options),
            None => {
                eprint!("There is no chore `{name}`.\n\n{}", chore::list(CHORES));
                ExitCode::from(2)
            }
        },
    }
}
