package unroll.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why classes or native libraries cannot be loaded, and what to do about it. */
public final class LoadingFailure {
    /** What JavaCPP and {@link System#loadLibrary} say of a library that is in none of the places they search. */
    private static final Pattern NOWHERE = Pattern.compile(
            "Could not find (\\S+) in class|no (\\S+) in java\\.library\\.path", Pattern.CASE_INSENSITIVE);

    private static final Pattern LINK_ERROR = Pattern.compile("UnsatisfiedLinkError: (.*)", Pattern.DOTALL);

    private LoadingFailure() {}

    /** Two clauses for the user: what could not be loaded, and the cure. */
    public static String sentence(LinkageError error) {
        Throwable root = root(error);
        String message = String.valueOf(root.getMessage());
        if (!(root instanceof UnsatisfiedLinkError)) {
            // A class that failed to load once tells of the first failure only in words.
            Matcher first = LINK_ERROR.matcher(message);
            return first.find() ? ofLibrary(first.group(1)) : ofClass(message);
        }
        return ofLibrary(message);
    }

    /** What is said where there are no native libraries for this system. */
    public static String noNatives() {
        return "This copy of Unroll has no native libraries for %s on %s; build it on such a system, or on any with \"mvn -Pall-platforms package\"."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    private static String ofLibrary(String message) {
        return NOWHERE.matcher(message).find()
                ? noNatives()
                : "A native library could not be loaded (%s); free some space, or start Java with -Dorg.bytedeco.javacpp.cachedir=FOLDER, a folder that can be written and run programs."
                        .formatted(message.strip());
    }

    private static String ofClass(String name) {
        return "A part of the program is missing (%s); keep the folder lib beside unroll.jar, both from the same build, or install Unroll again."
                .formatted(name);
    }

    private static Throwable root(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
