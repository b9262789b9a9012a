# The menu entry and the kinds of files. Not by xdg-desktop-menu, which fails where no desktop is installed.
mkdir -p /usr/share/applications /usr/share/mime/packages
cp /opt/unroll/lib/unroll-Unroll.desktop /usr/share/applications/unroll.desktop
cp /opt/unroll/lib/unroll-Unroll-MimeInfo.xml /usr/share/mime/packages/unroll.xml
if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q; fi
# The command line on the PATH.
if [ ! -e /usr/bin/unroll ]; then
    ln -sf /opt/unroll/bin/Unroll /usr/bin/unroll
fi
# With a Java before 25 the class archive is written here, where it holds. Without it, the program only starts more slowly.
app=/opt/unroll/lib/app
if [ -e $app/unroll.classes ]; then
    $app/../runtime/bin/java -Xshare:dump -Xlog:disable -Xlog:all=error:stderr \
        -XX:SharedClassListFile=$app/unroll.classes -XX:SharedArchiveFile=$app/unroll.jsa \
        -cp "$(sed -n "s|^app.classpath=.APPDIR|$app|p" $app/Unroll.cfg | paste -sd :)" >/dev/null ||
        echo "The class archive could not be written: Unroll will start more slowly." >&2
fi
