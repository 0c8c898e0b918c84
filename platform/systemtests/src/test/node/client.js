// SPDX-License-Identifier: Apache-2.0
'use strict'

// A player: joins, chats, leaves, pings. Every command names a session, and every event repeats it.

const net = require('net')
const protocol = require('minecraft-protocol')
const pinger = require('minecraft-server-util')
const { tell, listen, describe, like } = require('./lines')

const ADDRESS = '127.0.0.1'
const PATIENCE = 20_000 // milliseconds
const players = new Map()

// What a player would see or notice, beside chat. Fields are told as minecraft-data calls them.
const NOTICED = [
  'title', 'set_title_text', 'set_title_subtitle', 'action_bar', 'game_state_change', 'custom_payload', 'declare_commands',
  'tab_complete', 'transfer', 'store_cookie'
]

// The host of the handshake is a name that need not resolve: the socket goes to the port on this machine.
const dial = command => ({
  host: command.host,
  port: command.port,
  version: like(command.version).version,
  connect: client => client.setSocket(net.connect(command.port, ADDRESS))
})

// An account of the session server that the command names; the launcher would have logged in there before.
const account = ({ name, uuid, sessionServer }) => ({
  sessionServer,
  accessToken: 'token-of-' + name,
  auth: (client, options) => {
    client.username = name
    client.session = { accessToken: options.accessToken, selectedProfile: { id: uuid, name } }
    options.haveCredentials = true
    client.emit('session', client.session)
    options.connect(client)
  }
})

function join (command) {
  const { session, name } = command
  const who = command.sessionServer ? account(command) : { auth: 'offline' }
  const options = { ...dial(command), username: name, ...who, hideErrors: true }
  const player = protocol.createClient(options)
  // Written when the connection is there.
  options.protocolVersion = like(command.version).protocol ?? options.protocolVersion
  players.set(session, player)
  const kicked = packet => tell('kicked', { session, reason: JSON.stringify(packet.reason) })
  const heard = packet => tell('chat', { session, text: describe(packet) })
  NOTICED.forEach(kind => player.on(kind, packet => tell('packet', { session, kind, text: describe(packet) })))
  const cookies = new Map()
  player.on('store_cookie', ({ key, value }) => cookies.set(key, value))
  player.on('cookie_request', ({ cookie }) => player.write('cookie_response', { key: cookie, value: cookies.get(cookie) }))
  if (command.wrongToken) player.prependListener('encryption_begin', packet => packet.verifyToken.reverse())
  player.on('playerJoin', () => tell('joined', {
    session, uuid: player.uuid, compression: player.compressionThreshold, encrypted: Boolean(player.cipher)
  }))
  player.on('login', () => tell('spawned', { session }))
  player.on('keep_alive', () => tell('keepAlive', { session }))
  player.on('playerChat', heard)
  player.on('systemChat', heard)
  player.on('disconnect', kicked)
  player.on('kick_disconnect', kicked)
  player.on('error', error => tell('error', { session, message: String(error) }))
  player.on('end', reason => {
    players.delete(session)
    tell('ended', { session, reason: String(reason) })
  })
}

function answer (session, promise) {
  promise.then(
    value => tell('pinged', { session, answer: value }),
    error => tell('failed', { session, message: String(error) }))
}

function ping (command) {
  answer(command.session, protocol.ping({ ...dial(command), closeTimeout: PATIENCE, noPongTimeout: PATIENCE }))
}

// The forms of minecraft-server-util, by its own names. It writes the address that it dials into the handshake.
function utilPing ({ session, port, form }) {
  const options = { timeout: PATIENCE, enableSRV: false }
  answer(session, pinger[form](ADDRESS, port, options))
}

// Fields as they stand in minecraft-data; a text that begins with "base64:" stands for bytes.
function write ({ session, kind, fields }) {
  const bytes = value => value?.startsWith?.('base64:') ? Buffer.from(value.slice('base64:'.length), 'base64') : value
  players.get(session).write(kind, JSON.parse(JSON.stringify(fields), (key, value) => bytes(value)))
}

listen({
  join,
  ping,
  utilPing,
  write,
  say: ({ session, text }) => players.get(session).chat(text),
  leave: ({ session }) => players.get(session).end('left')
})
tell('ready')
