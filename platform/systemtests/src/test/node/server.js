// SPDX-License-Identifier: Apache-2.0
'use strict'

// Servers of several versions in one process: `node server.js VERSION[@THRESHOLD]=PORT...`. Each lets everybody in, greets
// with a text long enough to be compressed, says again what is said, and sends back plugin messages of the channel
// test:echo. Nobody is let in who is called KickedInLogin or KickedInConfig, and whoever says "kick me" is kicked.
// VERSION@online=PORT wants players to prove who they are.

const protocol = require('minecraft-protocol')
const minecraftData = require('minecraft-data')
const nbt = require('prismarine-nbt')
const { tell, listen, describe, like } = require('./lines')

const GREETING = 'Welcome. '.repeat(300)
const ECHO = 'test:echo'
const farewell = name => `Go away, ${name}`

// The library compresses from 256 bytes; these servers from a number of their own, or not at all where it is negative.
function compressFrom (player, threshold) {
  const { write, setCompressionThreshold } = player
  player.write = (kind, fields) => {
    if (kind !== 'compress') write.call(player, kind, fields)
    else if (threshold >= 0) write.call(player, kind, { threshold })
  }
  player.setCompressionThreshold = () => threshold >= 0 && setCompressionThreshold.call(player, threshold)
}

// Of a version that the library has not: it is let in under the number of the one before, and Login Success ends with a session's id.
function letIn (player, protocolNumber, known) {
  player.prependListener('set_protocol', packet => {
    if (packet.protocolVersion === protocolNumber) packet.protocolVersion = known
  })
  const { write } = player
  player.write = (kind, fields) => {
    if (kind !== 'success') return write.call(player, kind, fields)
    const packet = player.serializer.createPacketBuffer({ name: kind, params: fields })
    player.writeRaw(Buffer.concat([packet, Buffer.alloc(16, 7)]))
  }
}

// Literals alone: every version writes them in the same way.
const literal = (name, ...children) => ({
  flags: { unused: 0, allows_restricted: 0, has_custom_suggestions: 0, has_redirect_node: 0, has_command: 1, command_node_type: 1 },
  children,
  extraNodeData: { name }
})
const COMMANDS = {
  nodes: [{ ...literal(), flags: { ...literal().flags, has_command: 0, command_node_type: 0 }, children: [1] }, literal('weather', 2), literal('clear')],
  rootIndex: 0
}

function serve (name, port) {
  const [called, threshold = 256] = name.split('@')
  const { version, protocol: number } = like(called)
  const data = minecraftData(version)
  const server = protocol.createServer({
    version,
    host: '127.0.0.1',
    port,
    motd: `A real ${called} server`,
    maxPlayers: 77,
    'online-mode': threshold === 'online',
    checkTimeoutInterval: 1000, // milliseconds between keep-alives
    beforeLogin: player => compressFrom(player, Number(threshold)),
    hideErrors: true
  })

  const component = text => data.supportFeature('chatPacketsUseNbtComponents')
    ? nbt.comp({ text: nbt.string(text) })
    : JSON.stringify({ text })

  function send (player, text) {
    if (data.supportFeature('signedChat')) {
      player.write('system_chat', { content: component(text), isActionBar: false })
    } else {
      player.write('chat', { message: JSON.stringify({ text }), position: 0, sender: player.uuid })
    }
  }

  // What this version's table has is taken from there; 1.8 has none and needs these.
  function spawn (player) {
    player.write('login', {
      gameMode: 1,
      dimension: 0,
      difficulty: 2,
      levelType: 'default',
      reducedDebugInfo: false,
      hashedSeed: [0, 0],
      viewDistance: 10,
      enableRespawnScreen: true,
      enforcesSecureChat: false,
      maxPlayers: server.maxPlayers,
      ...data.loginPacket,
      entityId: player.id
    })
    player.write('position', {
      x: 0, y: 64, z: 0, dx: 0, dy: 0, dz: 0, yaw: 0, pitch: 0, teleportId: 1, dismountVehicle: false, flags: data.isNewerOrEqualTo('1.20.5') ? {} : 0
    })
    player.write('game_state_change', { reason: 'rain_level_change', gameMode: 0.125 })
    player.write('game_state_change', { reason: 'rain_level_change', gameMode: 0.75 })
    if (data.isNewerOrEqualTo('1.13')) player.write('declare_commands', COMMANDS)
  }

  server.on('connection', player => {
    if (number) letIn(player, number, data.version.version)
    const [logIn] = player.listeners('login_start')
    player.off('login_start', logIn)
    player.once('login_start', packet => packet.username === 'KickedInLogin' ? player.end(farewell(packet.username)) : logIn(packet))
  })

  server.on('login', player => {
    if (player.username !== 'KickedInConfig') return
    player.removeAllListeners('login_acknowledged')
    player.once('login_acknowledged', () => {
      player.state = protocol.states.CONFIGURATION
      player.write('disconnect', { reason: component(farewell(player.username)) })
      player._end('kicked')
    })
  })

  server.on('playerJoin', player => {
    const about = { version: name, name: player.username }
    tell('joined', { ...about, host: player.serverHost, port: player.serverPort })
    const repeat = packet => {
      tell('chat', { ...about, text: packet.message })
      if (packet.message === 'kick me') return player.end(farewell(player.username))
      Object.values(server.clients).forEach(one => send(one, `<${player.username}> ${packet.message}`))
    }
    player.on('chat', repeat)
    player.on('chat_message', repeat)
    const command = packet => tell('chat', { ...about, text: '/' + packet.command, signatures: describe(packet.argumentSignatures) })
    player.on('chat_command', command)
    player.on('chat_command_signed', command)
    player.on('tab_complete', ({ text, transactionId }) => {
      tell('completing', { ...about, text })
      const match = 'weather'
      player.write('tab_complete', { transactionId, start: 0, length: text.length, matches: transactionId === undefined ? ['/' + match] : [{ match }] })
    })
    player.on('custom_payload', ({ channel, data }) => {
      if (channel !== ECHO) return
      tell('payload', { ...about, text: describe({ channel, data }) })
      player.write('custom_payload', { channel, data })
    })
    player.on('end', () => tell('left', about))
    spawn(player)
    send(player, GREETING)
  })
  server.on('error', error => tell('error', { version: name, message: String(error) }))
  server.on('listening', () => tell('listening', { version: name, port }))
}

for (const argument of process.argv.slice(2)) {
  const [name, port] = argument.split('=')
  serve(name, Number(port))
}
listen({})
