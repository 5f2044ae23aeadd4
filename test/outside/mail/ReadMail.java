import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/** Reads the messages of a folder by Apache James Mime4j and tells what it found, as JSON. */
public final class ReadMail {
  public static void main(String[] arguments) throws Exception {
    List<String> all = new ArrayList<>();
    try (DirectoryStream<Path> messages = Files.newDirectoryStream(Paths.get(arguments[0]), "*.eml")) {
      for (Path path : messages) all.add(read(path));
    }
    String json = "[" + String.join(",", all) + "]\n";
    System.out.write(json.getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static String read(Path path) throws Exception {
    try (InputStream stream = Files.newInputStream(path)) {
      Message message = new DefaultMessageBuilder().parseMessage(stream);
      List<String> from = new ArrayList<>();
      if (message.getFrom() != null) for (Mailbox one : message.getFrom()) from.add(person(one));
      List<String> to = new ArrayList<>();
      if (message.getTo() != null) for (Mailbox one : message.getTo().flatten()) to.add(person(one));
      List<String> files = new ArrayList<>();
      for (Entity part : ((Multipart) message.getBody()).getBodyParts())
        if (part.getFilename() != null) files.add(quoted(part.getFilename()));
      return String.format(
          "{\"message\":%s,\"subject\":%s,\"from\":[%s],\"to\":[%s],\"files\":[%s]}",
          quoted(path.getFileName().toString()),
          quoted(message.getSubject()),
          String.join(",", from),
          String.join(",", to),
          String.join(",", files));
    }
  }

  private static String person(Mailbox one) {
    return "[" + quoted(one.getName()) + "," + quoted(one.getAddress()) + "]";
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char one : (text == null ? "" : text).toCharArray()) {
      if (one == '"' || one == '\\') json.append('\\').append(one);
      else if (one < 32) json.append(String.format("\\u%04x", (int) one));
      else json.append(one);
    }
    return json.append('"').toString();
  }
}
