//! Headings that ask for what must not be published: who sent an entry in, and how to reach them.

use crate::import::words::plain;

/// Whether a heading of no known meaning asks for what must not be published: “Your e-mail”, “Phone (won't be published)”.
pub(super) fn is_personal(heading: &str) -> bool {
    const WORDS: [&str; 38] = [
        "email",
        "mail",
        "emails",
        "phone",
        "telephone",
        "tel",
        "mobile",
        "whatsapp",
        "password",
        "correo",
        "telefono",
        "celular",
        "movil",
        "courriel",
        "telefon",
        "handy",
        "mobil",
        "telefoon",
        "cellulare",
        "telefone",
        "eposta",
        "eposti",
        "epost",
        "surel",
        "ponsel",
        "телефон",
        "почта",
        "пошта",
        "بريد",
        "هاتف",
        "جوال",
        "ایمیل",
        "تلفن",
        "メール",
        "電話",
        "이메일",
        "전화",
        "邮箱",
    ];
    const PHRASES: [&str; 8] = [
        "e mail",
        "e posta",
        "your name",
        "submitted by",
        "not be published",
        "won t be published",
        "メールアドレス",
        "電話番号",
    ];
    let plain = format!(" {} ", plain(heading));
    let word = |word: &&str| plain.contains(&format!(" {word} "));
    WORDS.iter().any(word) || PHRASES.iter().any(word)
}
