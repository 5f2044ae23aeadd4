// Reads the messages of a folder by Go's standard library and tells what it found, as JSON.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"os"
	"path/filepath"
)

type found struct {
	Message string      `json:"message"`
	Subject string      `json:"subject"`
	From    [][2]string `json:"from"`
	To      [][2]string `json:"to"`
	Files   []string    `json:"files"`
}

func people(message *mail.Message, field string) [][2]string {
	list, err := message.Header.AddressList(field)
	if err != nil {
		return [][2]string{{"error", err.Error()}}
	}
	read := [][2]string{}
	for _, one := range list {
		read = append(read, [2]string{one.Name, one.Address})
	}
	return read
}

func files(message *mail.Message) []string {
	_, parameters, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil {
		return []string{err.Error()}
	}
	parts := multipart.NewReader(message.Body, parameters["boundary"])
	names := []string{}
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			return names
		}
		if err != nil {
			return []string{err.Error()}
		}
		if name := part.FileName(); name != "" {
			names = append(names, name)
		}
	}
}

func read(path string) found {
	file, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	message, err := mail.ReadMessage(file)
	if err != nil {
		return found{Message: filepath.Base(path), Subject: err.Error()}
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(message.Header.Get("Subject"))
	if err != nil {
		subject = err.Error()
	}
	return found{filepath.Base(path), subject, people(message, "From"), people(message, "To"), files(message)}
}

func main() {
	paths, err := filepath.Glob(filepath.Join(os.Args[1], "*.eml"))
	if err != nil {
		panic(err)
	}
	all := []found{}
	for _, path := range paths {
		all = append(all, read(path))
	}
	text, err := json.Marshal(all)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(text))
}
