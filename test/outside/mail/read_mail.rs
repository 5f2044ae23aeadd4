//! Reads the messages of a folder by mail-parser and tells what it found, as JSON.
use mail_parser::{Address, MessageParser, MimeHeaders};

fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => json.extend(['\\', char]),
            char if (char as u32) < 32 => json.push_str(&format!("\\u{:04x}", char as u32)),
            char => json.push(char),
        }
    }
    json + "\""
}

fn people(list: Option<&Address>) -> String {
    let read: Vec<String> = list
        .map(|list| {
            let one = |one: &mail_parser::Addr| {
                format!(
                    "[{},{}]",
                    quoted(one.name().unwrap_or("")),
                    quoted(one.address().unwrap_or(""))
                )
            };
            list.iter().map(one).collect()
        })
        .unwrap_or_default();
    format!("[{}]", read.join(","))
}

fn main() {
    let folder = std::env::args().nth(1).expect("a folder");
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|ending| ending != "eml") {
            continue;
        }
        let bytes = std::fs::read(&path).expect("a message");
        let message = MessageParser::default().parse(&bytes).expect("headers");
        let files: Vec<String> = message
            .attachments()
            .map(|part| quoted(part.attachment_name().unwrap_or("")))
            .collect();
        all.push(format!(
            "{{\"message\":{},\"subject\":{},\"from\":{},\"to\":{},\"files\":[{}]}}",
            quoted(path.file_name().unwrap().to_str().unwrap()),
            quoted(message.subject().unwrap_or("")),
            people(message.from()),
            people(message.to()),
            files.join(",")
        ));
    }
    println!("[{}]", all.join(","));
}
