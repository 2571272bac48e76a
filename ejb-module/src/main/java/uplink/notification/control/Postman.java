package uplink.notification.control;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.document.boundary.Paper;
import uplink.shared.Settings;
import uplink.shared.SystemTime;

/**
 * Takes letters to the configured SMTP server, or, without one, puts them as .eml files into the data directory's {@code
 * mail}, readable by its owner only: there are links in them.
 */
@ApplicationScoped
public class Postman {

    /** A letter that could not be delivered. */
    public static final class UndeliverableException extends Exception {

        private static final long serialVersionUID = 1L;
        private final Verdict verdict;

        UndeliverableException(Exception cause, Verdict verdict) {
            super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
            this.verdict = verdict;
        }

        /** Whether trying again makes no sense. */
        public boolean isForGood() {
            return verdict != Verdict.LATER;
        }

        public Verdict verdict() {
            return verdict;
        }
    }

    /** What a server's refusal means, by the codes of RFC 5321 (4.2.1) and RFC 3463. */
    public enum Verdict {
        /** Try again later. */
        LATER,
        /** This letter will not be taken. */
        REFUSED,
        /** There is no such mailbox. */
        GONE
    }

    /** No such mailbox, moved, disabled. A bare 550 may mean anything. */
    private static final Pattern NOBODY = Pattern.compile("\\b5\\.(1\\.[1236]|2\\.1)\\b");

    private static final Logger LOG = Logger.getLogger(Postman.class.getName());

    private final MailSettings settings;

    public Postman() {
        this(MailSettings.of(
                Settings.text("UPLINK_SMTP_URL", ""),
                Settings.text("UPLINK_MAIL_FROM", ""),
                Path.of(Settings.text("UPLINK_DATA", "data")).resolve("mail"),
                bounces()));
    }

    /** Whether there is a server: letters in files are for those who try the product out. */
    public boolean hasServer() {
        return settings.server() != null;
    }

    /** What names a letter from there on, in its own header and in what comes back. */
    public String messageId(UUID letter) {
        return "<" + letter + "@" + settings.host() + ">";
    }

    Postman(MailSettings settings) {
        this.settings = settings;
    }

    private static @Nullable String bounces() {
        String address = Settings.text("UPLINK_BOUNCE_ADDRESS", "");
        return address.isEmpty() ? null : address;
    }

    /** Returns when the server, or the disk, has the letter. At most some twenty seconds. */
    public void deliver(Letter letter) throws UndeliverableException {
        try {
            Session session = Session.getInstance(settings.properties());
            MimeMessage message = message(session, letter);
            if (settings.server() == null) {
                write(letter, message);
            } else {
                send(session, message);
            }
        } catch (AddressException e) {
            throw new UndeliverableException(e, Verdict.REFUSED);
        } catch (MessagingException | IOException e) {
            throw new UndeliverableException(e, verdict(e));
        }
    }

    /** Deletes the letters to any of these addresses that were put into files; what a server took is out of reach. */
    public void forget(Set<String> addresses) {
        try (Stream<Path> files = Files.list(settings.directory())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".eml")).toList()) {
                if (isTo(addresses, file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            LOG.log(Level.FINE, "no letter was ever put into a file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTo(Set<String> addresses, Path file) throws IOException {
        try (InputStream letter = Files.newInputStream(file)) {
            Address[] to = new MimeMessage(Session.getInstance(new Properties()), letter).getAllRecipients();
            return to != null
                    && Stream.of(to)
                            .map(address ->
                                    ((InternetAddress) address).getAddress().toLowerCase(Locale.ROOT))
                            .anyMatch(addresses::contains);
        } catch (NoSuchFileException e) {
            return false;
        } catch (MessagingException e) {
            throw new IOException(file.toString(), e);
        }
    }

    private MimeMessage message(Session session, Letter letter)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new IdentifiedMessage(session, messageId(letter.id()));
        message.setFrom(new InternetAddress(settings.from(), "Uplink", StandardCharsets.UTF_8.name()));
        InternetAddress to = new InternetAddress(letter.address(), true);
        to.setPersonal(letter.fullName(), StandardCharsets.UTF_8.name());
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        String html = letter.html();
        Paper enclosed = letter.enclosed();
        if (html == null) {
            message.setText(letter.body(), StandardCharsets.UTF_8.name());
        } else if (enclosed == null) {
            message.setContent(both(letter.body(), html));
        } else {
            message.setContent(with(enclosed, both(letter.body(), html)));
        }
        message.setSentDate(Date.from(SystemTime.now()));
        message.setHeader("Auto-Submitted", "auto-generated");
        String unsubscribe = letter.unsubscribe();
        if (unsubscribe != null) {
            message.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.saveChanges();
        return message;
    }

    /** The best one last, as RFC 2046 (5.1.4) wants it. */
    private static MimeMultipart both(String text, String html) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, StandardCharsets.UTF_8.name());
        MimeBodyPart page = new MimeBodyPart();
        page.setText(html, StandardCharsets.UTF_8.name(), "html");
        return new MimeMultipart("alternative", plain, page);
    }

    private static MimeMultipart with(Paper enclosed, MimeMultipart words) throws MessagingException {
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(words);
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(enclosed.pdf(), "application/pdf")));
        file.setFileName(enclosed.name());
        file.setDisposition(Part.ATTACHMENT);
        return new MimeMultipart("mixed", first, file);
    }

    /** Only what is said of the address itself is for good; a server that does not like us may change its mind. */
    private static Verdict verdict(Exception failure) {
        if (!(failure instanceof SendFailedException refused)
                || refused.getInvalidAddresses() == null
                || refused.getInvalidAddresses().length == 0) {
            return Verdict.LATER;
        }
        for (Exception e = refused; e instanceof MessagingException said; e = said.getNextException()) {
            if (NOBODY.matcher(String.valueOf(said.getMessage())).find()) {
                return Verdict.GONE;
            }
        }
        return Verdict.REFUSED;
    }

    private void send(Session session, MimeMessage message) throws MessagingException {
        try (Transport transport = session.getTransport()) {
            transport.connect(settings.user(), settings.password());
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    /** Under another name first: whoever watches the directory sees whole letters only. */
    private void write(Letter letter, MimeMessage message) throws IOException, MessagingException {
        Path directory = settings.directory();
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(directory, owner);
        String name = SystemTime.millis() + "-" + letter.template() + "-" + letter.id();
        Path unfinished = directory.resolve(name + ".part");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream file = Files.newOutputStream(unfinished)) {
            message.writeTo(file);
        }
        Files.move(unfinished, directory.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Jakarta Mail would make up another id at each attempt. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
