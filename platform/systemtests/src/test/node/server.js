// SPDX-License-Identifier: Apache-2.0
'use strict'

// Servers of several versions in one process: `node server.js VERSION=PORT...`. Each lets everybody in, greets with a
// text long enough to be compressed, and says again what is said.

const protocol = require('minecraft-protocol')
const minecraftData = require('minecraft-data')
const nbt = require('prismarine-nbt')
const { tell, listen } = require('./lines')

const GREETING = 'Welcome. '.repeat(300)

function serve (version, port) {
  const data = minecraftData(version)
  const server = protocol.createServer({
    version,
    host: '127.0.0.1',
    port,
    motd: `A real ${version} server`,
    maxPlayers: 77,
    'online-mode': false,
    checkTimeoutInterval: 1000, // milliseconds between keep-alives
    hideErrors: true
  })

  function send (player, text) {
    if (data.supportFeature('signedChat')) {
      const content = data.supportFeature('chatPacketsUseNbtComponents')
        ? nbt.comp({ text: nbt.string(text) })
        : JSON.stringify({ text })
      player.write('system_chat', { content, isActionBar: false })
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
  }

  server.on('playerJoin', player => {
    const about = { version, name: player.username }
    tell('joined', { ...about, host: player.serverHost, port: player.serverPort })
    const repeat = packet => {
      tell('chat', { ...about, text: packet.message })
      Object.values(server.clients).forEach(one => send(one, `<${player.username}> ${packet.message}`))
    }
    player.on('chat', repeat)
    player.on('chat_message', repeat)
    player.on('end', () => tell('left', about))
    spawn(player)
    send(player, GREETING)
  })
  server.on('error', error => tell('error', { version, message: String(error) }))
  server.on('listening', () => tell('listening', { version, port }))
}

for (const argument of process.argv.slice(2)) {
  const [version, port] = argument.split('=')
  serve(version, Number(port))
}
listen({})
