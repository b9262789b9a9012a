package unroll.files;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The machine's own file system as Windows would have it while another process holds its files: it knows no POSIX
 * permissions, and refuses so many openings and moves before it gives in.
 */
final class HeldFileSystem extends FileSystem {
    private static final FileSystem REAL = FileSystems.getDefault();

    private final Provider provider = new Provider();
    private int openingsToRefuse;
    private int movesToRefuse;

    HeldFileSystem(int openingsToRefuse, int movesToRefuse) {
        this.openingsToRefuse = openingsToRefuse;
        this.movesToRefuse = movesToRefuse;
    }

    /** The same path in this file system. */
    Path path(Path real) {
        return (Path) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Path.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getFileSystem")) {
                        return this;
                    }
                    Object result = call(real, method, arguments);
                    return result instanceof Path path ? path(path) : result;
                });
    }

    private static @Nullable Object call(Path real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments == null ? null : unwrapped(arguments));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object[] unwrapped(Object[] arguments) {
        Object[] real = arguments.clone();
        for (int i = 0; i < real.length; i++) {
            real[i] = real[i] instanceof Path path ? real(path) : real[i];
        }
        return real;
    }

    private static Path real(Path path) {
        return Path.of(path.toString());
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public void close() {
        // The machine's own stays open.
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return REAL.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return REAL.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return REAL.getFileStores();
    }

    @Override
    public Path getPath(String first, String... more) {
        return path(REAL.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        return REAL.getPathMatcher(syntaxAndPattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return REAL.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
        return REAL.newWatchService();
    }

    private final class Provider extends FileSystemProvider {
        private final FileSystemProvider to = REAL.provider();

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            if (openingsToRefuse-- > 0) {
                throw new FileSystemException(
                        path.toString(),
                        null,
                        "The process cannot access the file because it is being used by another process");
            }
            return to.newByteChannel(real(path), options, attributes);
        }

        @Override
        public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            return to.newFileChannel(real(path), options, attributes);
        }

        @Override
        public void move(Path source, Path target, CopyOption... options) throws IOException {
            if (movesToRefuse-- > 0) {
                throw new AccessDeniedException(source.toString(), target.toString(), null);
            }
            to.move(real(source), real(target), options);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
                throws IOException {
            return to.newDirectoryStream(real(folder), filter);
        }

        @Override
        public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
            to.createDirectory(real(folder), attributes);
        }

        @Override
        public void delete(Path path) throws IOException {
            to.delete(real(path));
        }

        @Override
        public void copy(Path source, Path target, CopyOption... options) throws IOException {
            to.copy(real(source), real(target), options);
        }

        @Override
        public boolean isSameFile(Path path, Path other) throws IOException {
            return to.isSameFile(real(path), real(other));
        }

        @Override
        public boolean isHidden(Path path) throws IOException {
            return to.isHidden(real(path));
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            return to.getFileStore(real(path));
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            to.checkAccess(real(path), modes);
        }

        @Override
        public <V extends FileAttributeView> @Nullable V getFileAttributeView(
                Path path, Class<V> type, LinkOption... options) {
            return to.getFileAttributeView(real(path), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
                throws IOException {
            return to.readAttributes(real(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
                throws IOException {
            return to.readAttributes(real(path), attributes, options);
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
            to.setAttribute(real(path), attribute, value, options);
        }

        @Override
        public String getScheme() {
            return "held";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            return HeldFileSystem.this;
        }

        @Override
        public Path getPath(URI uri) {
            return path(Path.of(uri));
        }
    }
}
