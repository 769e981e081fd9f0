"""A desktop that shows notes: it tells on its standard output what it got, and presses what it reads from its input."""

from __future__ import annotations

import json
import sys
import threading

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


def main() -> None:
    """Serve until the input ends; with the word ``dumb`` every note is refused."""
    dumb = "dumb" in sys.argv
    bus = open_dbus_connection()
    bus.send_and_get_reply(message_bus.RequestName(NAME))
    print(json.dumps("ready"), flush=True)

    def press() -> None:
        for line in sys.stdin:
            number, key = json.loads(line)
            bus.send(new_signal(DBusAddress(PATH, interface=NAME), "ActionInvoked", "us", (number, key)))

    threading.Thread(target=press, daemon=True).start()
    number = 0
    while True:
        message = bus.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        member = message.header.fields[HeaderFields.member]
        if dumb:
            bus.send(new_error(message, f"{NAME}.Error"))
        elif member == "Notify":
            number = message.body[1] or number + 1
            bus.send(new_method_return(message, "u", (number,)))
        else:
            bus.send(new_method_return(message))
        print(json.dumps([member, message.body]), flush=True)


main()
