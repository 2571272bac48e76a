package uplink.notification.boundary;

/** A name that words can use, with an example of what stands for it. */
public record TemplateName(String name, String example) {

    /** As it stands among the words. */
    public String written() {
        return "{" + name + "}";
    }
}
