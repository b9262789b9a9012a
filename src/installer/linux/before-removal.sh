# An upgrade of an .rpm calls this with 1 when the new one is in place already.
if [ "$1" != 1 ]; then
    if [ "$(readlink /usr/bin/unroll)" = /opt/unroll/bin/Unroll ]; then
        rm /usr/bin/unroll
    fi
    rm -f /opt/unroll/lib/app/unroll.jsa /usr/share/applications/unroll.desktop /usr/share/mime/packages/unroll.xml
    if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime; fi
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q; fi
    for folder in /usr/share/mime/packages /usr/share/applications; do
        if [ -d "$folder" ]; then rmdir --ignore-fail-on-non-empty "$folder"; fi
    done
fi
