"""What people do in the server's Telegram, each act an update for the bot."""

from collections.abc import Iterable
from typing import Any

from tests.servers.telegram.methods.sending import attach_upload
from tests.servers.telegram.shapes import (
    chat_json,
    connection_json,
    member_json,
    message_json,
    user_json,
)
from tests.servers.telegram.state import Chat, Connection, Edition, Message, Person
from tests.servers.telegram.text import Entity, FormattedText
from tests.servers.telegram.updates import Update
from tests.servers.telegram.wire import Upload
from tests.servers.telegram.world import Press, Query, World


class People:
    """Everything that happens because a person does it. `world` is what it happens in."""

    world: World

    def user(self, name: str = "Ada", *, language: str = "en", username: str = "") -> Person:
        """A new person."""
        person = Person(
            id=5000 + self.world.serial(), first_name=name, language=language, username=username
        )
        self.world.people[person.id] = person
        return person

    def private_chat(self, person: Person) -> Chat:
        """The chat of a person with the bot; always the same one."""
        if person.id not in self.world.chats:
            self._add_chat(Chat(id=person.id, type="private", bot=self.world.bot, peer=person))
        return self.world.chats[person.id]

    def group(
        self,
        title: str = "News",
        *,
        members: Iterable[Person] = (),
        kind: str = "supergroup",
        forum: bool = False,
        bot_status: str = "member",
        username: str = "",
    ) -> Chat:
        """A new group; its first member is the owner."""
        number = 7000 + self.world.serial()
        chat = Chat(
            id=-number if kind == "group" else -1_000_000_000_000 - number,
            type=kind,
            bot=self.world.bot,
            title=title,
            username=username,
            is_forum=forum,
        )
        chat.statuses[self.world.bot.id] = bot_status
        for at, member in enumerate(members):
            chat.members[member.id] = member
            chat.statuses[member.id] = "member" if at else "creator"
        return self._add_chat(chat)

    def channel(self, title: str = "Wire", *, username: str = "") -> Chat:
        """A new channel that the bot administers."""
        editor = self.user("Editor")
        return self.group(
            title,
            kind="channel",
            members=[editor],
            bot_status="administrator",
            username=username,
        )

    def send(
        self,
        chat: Chat,
        text: str,
        *,
        sender: Person | None = None,
        reply_to: Message | None = None,
        thread_id: int | None = None,
        entities: Iterable[Entity] = (),
        **extra: Any,
    ) -> Message:
        """Write a message; commands, mentions and links in it are found as Telegram does.

        *extra* are further fields of the Bot API's message, as they are.
        """
        formatted = FormattedText(text=text, entities=tuple(entities))
        message = self.world.add_message(
            chat,
            self._someone(chat, sender),
            formatted=formatted,
            reply_to=reply_to,
            thread_id=thread_id,
            extra=extra,
        )
        self._tell(message)
        return message

    def send_file(
        self,
        chat: Chat,
        name: str,
        content: bytes,
        *,
        kind: str = "document",
        mime_type: str = "text/plain",
        caption: str = "",
        sender: Person | None = None,
        **extra: Any,
    ) -> Message:
        """Send a document, or a photo … by *kind*; *extra* as for `send`."""
        upload = Upload(name=name, content=content, mime_type=mime_type)
        message = self.world.add_message(
            chat,
            self._someone(chat, sender),
            formatted=FormattedText(text=caption),
            attachment=attach_upload(self.world, kind, upload),
            extra=extra,
        )
        self._tell(message)
        return message

    def speak(
        self,
        chat: Chat,
        *,
        seconds: int = 3,
        content: bytes = b"OggS",
        sender: Person | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """Send a voice message."""
        upload = Upload(name="voice.oga", content=content, mime_type="audio/ogg")
        attachment = attach_upload(self.world, "voice", upload)
        attachment.body["duration"] = seconds
        message = self.world.add_message(
            chat, self._someone(chat, sender), attachment=attachment, reply_to=reply_to
        )
        self._tell(message)
        return message

    def edit(self, message: Message, text: str) -> Message:
        """Change one's own message."""
        was = Edition(
            date=self.world.clock.now(), formatted=message.formatted, markup=message.markup
        )
        message.editions.append(was)
        message.formatted = FormattedText(text=text)
        self._tell(message, edited=True)
        return message

    def press(self, message: Message, button: int | str, sender: Person | None = None) -> Press:
        """Press a button, by its place from 0 or by its label.

        Raises:
            LookupError: There is no such button, or it tells the bot nothing when pressed.
        """
        found = (b for at, b in enumerate(message.buttons) if button in (at, b.text))
        pressed = next(found, None)
        if pressed is None or pressed.action != "callback_data":
            labels = [b.text for b in message.buttons]
            raise LookupError(f"no button {button!r} to press among {labels}")
        return self.press_data(message, pressed.data, sender)

    def press_data(self, message: Message, data: str, sender: Person | None = None) -> Press:
        """Press a button that may long be gone, or that was made up."""
        press = Press(
            id=str(9000 + self.world.serial()),
            message=message,
            data=data,
            sender=sender or self._someone(message.chat, None),
            time=self.world.clock.now(),
        )
        self.world.presses[press.id] = press
        body = {
            "id": press.id,
            "from": user_json(press.sender),
            "message": message_json(message),
            "chat_instance": str(message.chat.id),
            "data": data,
        }
        self.world.updates.push("callback_query", body)
        return press

    def react(self, message: Message, *emoji: str, sender: Person | None = None) -> None:
        """Put reactions on a message, in place of earlier ones."""
        person = sender or self._someone(message.chat, None)
        old = message.reactions.get(person.id, [])
        new = [{"type": "emoji", "emoji": each} for each in emoji]
        message.reactions[person.id] = new
        body = {
            "chat": chat_json(message.chat),
            "message_id": message.id,
            "user": user_json(person),
            "date": int(self.world.clock.now()),
            "old_reaction": old,
            "new_reaction": new,
        }
        self.world.updates.push("message_reaction", body)

    def inline_query(self, sender: Person, text: str, *, offset: str = "") -> Query:
        """Write `@bot text` in some chat."""
        query = self._query(sender, text)
        body = {"id": query.id, "from": user_json(sender), "query": text, "offset": offset}
        self.world.updates.push("inline_query", body)
        return query

    def choose(self, query: Query, at: int = 0) -> dict[str, Any]:
        """Send one of the results of an inline query; its message's id is the query's."""
        result = (query.results or [])[at]
        body = {
            "result_id": result["id"],
            "from": user_json(query.sender),
            "query": query.text,
            "inline_message_id": query.id,
        }
        self.world.updates.push("chosen_inline_result", body)
        return result

    def guest_message(self, chat: Chat, text: str, sender: Person, about: Message) -> Query:
        """Mention the bot under *about*, in a chat that it is not in."""
        query = self._query(sender, text)
        message = self.world.add_message(
            chat, sender, formatted=FormattedText(text=text), reply_to=about
        )
        body = message_json(message) | {"guest_query_id": query.id}
        self.world.updates.push("guest_message", body)
        return query

    def connect_business(self, owner: Person) -> Connection:
        """Let the bot into one's own chats."""
        number = str(6000 + self.world.serial())
        connection = Connection(id=f"bc{number}", owner=owner, date=self.world.clock.now())
        self.world.connections[connection.id] = connection
        self.change_business(connection)
        return connection

    def change_business(self, connection: Connection, **changes: bool) -> None:
        """Switch a connection on or off (`enabled`), or change its right to reply."""
        for name, value in changes.items():
            setattr(connection, name, value)
        self.world.updates.push("business_connection", connection_json(connection))

    def business_chat(self, connection: Connection, customer: Person) -> Chat:
        """The chat of the account with somebody; always the same one."""
        if customer.id not in connection.chats:
            chat = Chat(
                id=customer.id,
                type="private",
                bot=self.world.bot,
                peer=customer,
                connection=connection,
            )
            connection.chats[customer.id] = chat
        return connection.chats[customer.id]

    def delete_business(self, message: Message) -> None:
        """Delete a message of a business chat."""
        message.deleted = True
        assert message.chat.connection is not None
        body = {
            "business_connection_id": message.chat.connection.id,
            "chat": chat_json(message.chat),
            "message_ids": [message.id],
        }
        self.world.updates.push("deleted_business_messages", body)

    def block(self, chat: Chat) -> None:
        """Stop the bot."""
        self._set_blocked(chat, blocked=True)

    def unblock(self, chat: Chat) -> None:
        """Start it again."""
        self._set_blocked(chat, blocked=False)

    def set_status(self, chat: Chat, person: Person, status: str) -> None:
        """Make somebody a member, an administrator, … or take the bot out of a chat."""
        old = member_json(chat, person)
        chat.statuses[person.id] = status
        own = person is self.world.bot
        actor = next(iter(chat.members.values()), person)
        body = self._membership(chat, actor, old, member_json(chat, person))
        self.world.updates.push("my_chat_member" if own else "chat_member", body)

    def migrate(self, chat: Chat) -> Chat:
        """Turn a small group into a supergroup with another id."""
        new = self.group(chat.title, members=chat.members.values())
        self.send(chat, "", migrate_to_chat_id=new.id)
        chat.moved_to = new.id
        self.send(new, "", migrate_from_chat_id=chat.id)
        return new

    def push_update(self, kind: str, body: dict[str, Any]) -> Update | None:
        """Queue any update as it is."""
        return self.world.updates.push(kind, body)

    def _query(self, sender: Person, text: str) -> Query:
        number = str(8000 + self.world.serial())
        query = Query(id=number, text=text, sender=sender, time=self.world.clock.now())
        self.world.queries[number] = query
        return query

    def _set_blocked(self, chat: Chat, *, blocked: bool) -> None:
        person = self._someone(chat, None)
        chat.statuses[self.world.bot.id] = "kicked" if chat.blocked else "member"
        old = member_json(chat, self.world.bot)
        chat.blocked = blocked
        chat.statuses[self.world.bot.id] = "kicked" if blocked else "member"
        new = member_json(chat, self.world.bot)
        self.world.updates.push("my_chat_member", self._membership(chat, person, old, new))

    def _membership(
        self, chat: Chat, actor: Person, old: dict[str, Any], new: dict[str, Any]
    ) -> dict[str, Any]:
        return {
            "chat": chat_json(chat),
            "from": user_json(actor),
            "date": int(self.world.clock.now()),
            "old_chat_member": old,
            "new_chat_member": new,
        }

    def _add_chat(self, chat: Chat) -> Chat:
        self.world.chats[chat.id] = chat
        if chat.peer is not None:
            chat.members[chat.peer.id] = chat.peer
            chat.statuses |= {chat.peer.id: "member", self.world.bot.id: "member"}
        return chat

    def _someone(self, chat: Chat, sender: Person | None) -> Person:
        if sender is not None:
            return sender
        return chat.peer or next(iter(chat.members.values()), self.world.bot)

    def _tell(self, message: Message, *, edited: bool = False) -> None:
        if not self._is_for_bot(message):
            return
        kind = "channel_post" if message.chat.type == "channel" else "message"
        if message.chat.connection is not None:
            kind = "business_message"
        self.world.updates.push(f"edited_{kind}" if edited else kind, message_json(message))

    def _is_for_bot(self, message: Message) -> bool:
        """Privacy mode: in groups only commands, replies to the bot, and mentions of it."""
        chat, bot = message.chat, self.world.bot
        if chat.bot_status in {"left", "kicked"}:
            return False
        open_to_bot = chat.type in {"private", "channel"} or chat.bot_status == "administrator"
        if open_to_bot or not self.world.privacy_mode or not message.text:
            return True
        if message.reply_to is not None and message.reply_to.sender is bot:
            return True
        name = f"@{bot.username}".lower()
        for entity in message.found:
            words = message.words(entity).lower()
            if entity.type == "bot_command" and ("@" not in words or words.endswith(name)):
                return True
            if entity.type == "mention" and words == name:
                return True
        return False
