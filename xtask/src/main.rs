//! Every chore of the project is `cargo xtask CHORE`: this lists them and starts one.

mod archive;
mod basemap;
mod bench;
mod build;
mod check;
mod chore;
mod example;
mod finish;
mod gazetteer;
mod house;
mod icons;
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

use std::process::ExitCode;

use chore::Chore;

/// Every chore, in the order a newcomer meets them. To add one: a file, its `CHORE`, a line here.
const CHORES: &[Chore] = &[
    setup::CHORE,
    serve::CHORE,
    build::CHORE,
    archive::CHORE,
    test::CHORE,
    check::CHORE,
    size::CHORE,
    lighthouse::CHORE,
    bench::CHORE,
    shots::CHORE,
    example::CHORE,
    basemap::CHORE,
    gazetteer::CHORE,
    icons::CHORE,
    finish::CHORE,
];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let name = words.next();
    let options: Vec<String> = words.collect();
    match name.as_deref() {
        None | Some("help" | "--help" | "-h") => {
            print!("{}", chore::list(CHORES));
            ExitCode::SUCCESS
        }
        Some(name) => match CHORES.iter().find(|chore| chore.name == name) {
            Some(chore) => chore::run(chore, &options),
            None => {
                eprint!("There is no chore `{name}`.\n\n{}", chore::list(CHORES));
                ExitCode::from(2)
            }
        },
    }
}
